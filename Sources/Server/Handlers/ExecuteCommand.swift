import Features
import JSON
import LSP
import SourceText
import Transcript

/// Source: LSP 3.18, `workspace/executeCommand`.
extension Session {
  mutating func executeCommand(_ json: JSONValue) throws -> Answer {
    let params = try ExecuteCommandParams(json)
    let client = capabilities.client.requests
    guard let command = ServerCommand(rawValue: params.command), command.isOffered(to: client) else {
      throw InvalidParams("There is no command \(visible(String(params.command.prefix(60)))).")
    }
    let arguments = try CommandArguments(params.arguments)
    guard documents[arguments.uri] != nil else { throw RequestFailed("This document is not open.") }
    guard let reading = documents[arguments.uri]?.reading else {
      throw RequestFailed("There is no transcript in this document.")
    }
    let convert = Convert(reading.text, capabilities.encoding)
    switch command {
    case .shiftTimes:
      let offset = convert.offset(try arguments.position())
      guard let wish = try arguments.wish() else { return try offerShift(arguments.uri, offset, reading) }
      return try make(moveTimes(reading, from: offset, by: wish), in: arguments.uri)
    case .stretchTimes:
      let (from, to) = (try arguments.anchor("from"), try arguments.anchor("to"))
      let anchors = [from, to].map { TimeAnchor(offset: convert.offset($0.position), time: $0.time) }
      return try make(stretchTimes(reading, between: anchors[0], and: anchors[1]), in: arguments.uri)
    case .nextUncertain:
      let passages = documents[arguments.uri]?.uncertainPassages ?? []
      let next = nextRange(of: passages, behind: convert.offset(try arguments.position()))
      return go(to: next, arguments.uri, convert, else: "Nothing in this transcript is marked as uncertain.")
    case .previousUncertain:
      let passages = documents[arguments.uri]?.uncertainPassages ?? []
      let previous = previousRange(of: passages, before: convert.offset(try arguments.position()))
      return go(to: previous, arguments.uri, convert, else: "Nothing in this transcript is marked as uncertain.")
    case .nextSpeakerChange:
      let next = nextSpeakerChange(reading, behind: convert.offset(try arguments.position()))
      return go(to: next, arguments.uri, convert, else: "Nobody else speaks below.")
    case .openRecording:
      return try openRecording(arguments.uri, reading, at: convert.offset(try arguments.position()))
    case .showReadingCopy: return try showView(.readingCopy, of: arguments.uri)
    case .showWebVTT: return try showView(.webVTT, of: arguments.uri)
    case .showSubRip: return try showView(.subRip, of: arguments.uri)
    case .showChapters: return try showView(.chapters, of: arguments.uri)
    case .showStatistics: return try showView(.statistics, of: arguments.uri)
    }
  }

  /// Leads to a place, and answers it for clients that go there by themselves.
  private mutating func go(to range: Range<Int>?, _ uri: DocumentURI, _ convert: Convert, else reason: String) -> Answer
  {
    guard let range else {
      tell(reason)
      return Self.nothing
    }
    let location = Location(uri: uri, range: convert.range(range))
    if capabilities.client.requests.showsDocuments { showDocument(uri, selection: location.range) }
    return location.write
  }

  /// Plays the recording, and answers its address for clients that open it by themselves.
  private mutating func openRecording(_ uri: DocumentURI, _ reading: Reading, at offset: Int) throws -> Answer {
    guard let link = playbackLink(reading, at: offset, recording: documents[uri]?.recording) else {
      throw RequestFailed("Nothing says where the recording is, or no time stands here or above.")
    }
    let address = DocumentURI(link.target)
    if capabilities.client.requests.showsDocuments { showDocument(address, isExternal: true) }
    return { $0.object { $0.member("uri", address.write) } }
  }
}

// MARK: - Edits

extension Session {
  /// Has the client make the edits of a renaming.
  private mutating func make(_ result: RenameResult, in uri: DocumentURI) throws -> Answer {
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
      if capabilities.client.requests.annotatesEdits {
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
  private mutating func offerShift(_ uri: DocumentURI, _ offset: Int, _ reading: Reading) throws -> Answer {
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

// MARK: - Documents

extension Session {
  /// Source: LSP 3.18, `window/showDocument`.
  mutating func showDocument(_ uri: DocumentURI, selection: PositionRange? = nil, isExternal: Bool = false) {
    ask("window/showDocument", then: .document(uri)) {
      $0.object {
        $0.member("uri", uri.write)
        if isExternal { $0.member("external", true) } else { $0.member("takeFocus", true) }
        if let selection { $0.member("selection", selection.write) }
      }
    }
  }

  /// Shows a view: as a text that the client asks for, or as a new document, or for clients that do neither as the answer.
  private mutating func showView(_ view: ReadOnlyView, of uri: DocumentURI) throws(RequestFailed) -> Answer {
    guard let text = documents[uri]?.text(of: view) else { throw RequestFailed(view.obstacle) }
    let address = ViewAddress(view, of: uri)
    let client = capabilities.client.requests
    if client.showsContent {
      let shown = address.uri
      if client.showsDocuments { showDocument(shown) }
      return { $0.object { $0.member("uri", shown.write) } }
    }
    if client.showsDocuments, client.appliesEdits {
      lastView += 1
      let draft = address.draft(lastView)
      let start = LSP.Position(line: 0, character: 0)
      let all = WorkspaceEdit.TextEdit(range: PositionRange(start: start, end: start), newText: text)
      let edit = WorkspaceEdit(
        uri: draft, version: nil, isVersioned: capabilities.client.versionedEdits, edits: [all])
      apply(edit, label: "Show the \(view.title)", thenShow: draft)
      return { $0.object { $0.member("uri", draft.write) } }
    }
    return { $0.object { $0.member("text") { $0.value(utf8: text) } } }
  }
}
