import Features
import JSON
import LSP

/// Source: LSP 3.18, `textDocument/rename`.
extension Session {
  /// A new name that cannot be given is an error whose message the client shows to the user.
  mutating func rename(_ json: JSONValue) throws -> Answer {
    let params = try RenameParams(json)
    guard let reading = documents[params.uri]?.reading, var document = documents[params.uri] else {
      return Self.nothing
    }
    let convert = Convert(reading.text, capabilities.encoding)
    switch Features.rename(reading, at: convert.offset(params.position), to: params.newName) {
    case .refusal(let reason): throw RequestFailed(reason)
    case .renaming(let renaming):
      // A name may be taken for something else, in words as well as in a title.
      guard document.keepsWords(with: renaming.edits, label: params.newName) else {
        throw RequestFailed("With this name the text would not be read as the same transcript any more.")
      }
      var edit = document.edit(renaming.edits, of: params.uri, capabilities)
      if capabilities.client.rename?.annotates ?? false, !renaming.edits.isEmpty {
        edit.annotation = WorkspaceEdit.Annotation(label: renaming.label, description: renaming.note)
      }
      return { edit.write(to: &$0) }
    }
  }
}
