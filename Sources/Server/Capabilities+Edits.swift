import LSP
import SourceText

extension Capabilities {
  /// What the client is to change in one document.
  ///
  /// - Parameters:
  ///   - text: for which the edits are.
  ///   - version: of the document in the client; nil where it has it not open.
  func documentEdit(
    _ edits: [Edit], of uri: DocumentURI, _ text: Text, version: DocumentVersion?,
    annotation: WorkspaceEdit.Annotation? = nil, isNew: Bool = false
  ) -> WorkspaceEdit.DocumentEdit {
    WorkspaceEdit.DocumentEdit(
      uri: uri, version: version, edits: Convert(text, encoding).edits(edits), annotation: annotation, isNew: isNew)
  }

  /// The same where nothing else changes.
  func edit(
    _ edits: [Edit], of uri: DocumentURI, _ text: Text, version: DocumentVersion?, isNew: Bool = false
  ) -> WorkspaceEdit {
    WorkspaceEdit(
      [documentEdit(edits, of: uri, text, version: version, isNew: isNew)], isVersioned: client.versionedEdits)
  }
}
