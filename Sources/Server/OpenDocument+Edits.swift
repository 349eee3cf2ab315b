import LSP
import SourceText

extension OpenDocument {
  /// Whether the edits of an action are made only when it is chosen, if the client can wait for them.
  var isLong: Bool { text.count > 100_000 }

  /// Edits of the text as its client takes them.
  func edit(_ edits: [Edit], of uri: DocumentURI, _ capabilities: Capabilities) -> WorkspaceEdit {
    capabilities.edit(edits, of: uri, text, version: version)
  }
}
