import Features
import JSON
import LSP
import SourceText
import Transcript

/// Edits that commands have the client make. Source: LSP 3.18, `workspace/applyEdit`.
extension Session {
  /// Has the client make the edits of a renaming.
  mutating func make(_ result: RenameResult, in uri: DocumentURI) throws -> Answer {
    switch result {
    case .refusal(let reason): throw RequestFailed(reason)
    case .renaming(let renaming):
      guard !renaming.edits.isEmpty, var document = documents[uri] else {
        tell("\(renaming.label).")
        return Self.nothing
      }
      guard document.keepsWords(with: renaming.edits) else {
        throw RequestFailed("With these times the text would not be read as the same transcript any more.")
      }
      var edit = document.edit(renaming.edits, of: uri, capabilities)
      if capabilities.client.workspace.annotations {
        edit.annotation = WorkspaceEdit.Annotation(label: renaming.label, description: renaming.note)
      }
      apply(edit, label: renaming.label)
      return Self.nothing
    }
  }

  /// Source: LSP 3.18, `workspace/applyEdit`.
  mutating func apply(_ edit: WorkspaceEdit, label: String, thenShow uri: DocumentURI? = nil) {
    ask("workspace/applyEdit", then: .edit(label: label, shows: uri)) {
      $0.object {
        $0.member("label", label)
        $0.member("edit", edit.write)
      }
    }
  }

  /// Offers likely lengths where none was given. Source: LSP 3.18, `window/showMessageRequest`.
  mutating func offerShift(_ uri: DocumentURI, _ offset: Int, _ reading: Reading) throws -> Answer {
    let moves = reading.blocks.index(at: offset).map { likelyMoves(reading, at: $0) } ?? []
    guard capabilities.client.requests.offersChoices, !moves.isEmpty else {
      throw RequestFailed(
        "Say how far: an amount such as +0:42 or -5, or the time that this one is to be, such as 12:46.")
    }
    let lengths = moves.map { (title: "\(signed($0.length)), to \($0.start.description)", length: $0.length) }
    let choice = TimeChoice(uri: uri, version: documents[uri]?.version, offset: offset, lengths: lengths)
    let information = 3
    ask("window/showMessageRequest", then: .shift(choice)) {
      $0.object {
        $0.member("type", information)
        $0.member("message", "How far are the times from here on to move?")
        $0.member("actions") { $0.array { for (title, _) in lengths { $0.object { $0.member("title", title) } } } }
      }
    }
    return Self.nothing
  }

  /// Moves times by a length that the user chose.
  mutating func shift(_ choice: TimeChoice, by length: Int) {
    guard let document = documents[choice.uri], document.version == choice.version,
      let reading = documents[choice.uri]?.reading
    else { return show("The text has changed meanwhile, so the times were not moved.") }
    do {
      _ = try make(moveTimes(reading, from: choice.offset, by: .move(length)), in: choice.uri)
    } catch let error as RequestFailed {
      show(error.reason)
    } catch {
      log("\(error)")
    }
  }
}
