import Features
import JSON
import LSP
import SourceText
import Transcript
import Workspace

/// Source: LSP 3.18, `textDocument/rename`.
extension Session {
  /// A new name that cannot be given is an error whose message the client shows to the user.
  ///
  /// A speaker may have the same name in other files, or be somebody else there. So these files are changed only by
  /// clients that ask their users first.
  mutating func rename(_ json: JSONValue) throws -> Outcome {
    let params = try RenameParams(json)
    guard let reading = documents[params.uri]?.reading else { return .answer(Self.nothing) }
    let offset = Convert(reading.text, capabilities.encoding).offset(params.position)
    let asksFirst = capabilities.client.rename.annotates
    return try rename(reading, at: offset, in: params.uri, to: trimmedName(params.newName), isEverywhere: asksFirst)
  }

  /// - Parameter isEverywhere: whether a speaker gets the name in the other files of the folder, too.
  mutating func rename(
    _ reading: Reading, at offset: Int, in uri: DocumentURI, to name: String, isEverywhere: Bool
  ) throws -> Outcome {
    guard var document = documents[uri] else { return .answer(Self.nothing) }
    switch Features.rename(reading, at: offset, to: name) {
    case .refusal(let reason): throw RequestFailed(reason)
    case .renaming(let renaming):
      // A name may be taken for something else, in words as well as in a title.
      guard document.keepsWords(with: renaming.edits, label: name) else {
        throw RequestFailed("With this name the text would not be read as the same transcript any more.")
      }
      var edit = document.edit(renaming.edits, of: uri, capabilities)
      if capabilities.client.rename.annotates, !renaming.edits.isEmpty {
        edit.annotation = WorkspaceEdit.Annotation(label: renaming.label, description: renaming.note)
      }
      let target = renameTarget(reading, at: offset)
      // Without a list, the texts of open documents are not copied for a view of it.
      if !renaming.edits.isEmpty, let target, target.kind == .title, !document.neighbours.chapterLists.isEmpty {
        let chapter = ChapterRename(old: target.name, new: name, neighbours: document.neighbours, view: workspaceView())
        edit.documents += [chapter.edit()].compactMap(\.self)
      }
      let own = edit
      guard isEverywhere, !renaming.edits.isEmpty, !folders.isEmpty, let target, target.kind == .speaker else {
        return .answer { own.write(to: &$0) }
      }
      let speaker = SpeakerRename(
        old: target.name, new: name, document: uri, neighbours: document.neighbours, view: workspaceView())
      return .work(on: .all) { job in
        var edit = own
        edit.documents += try speaker.furtherEdits(job)
        return { edit.write(to: &$0) }
      }
    }
  }
}
