import JSON

/// The number that a client gives to each state of a document. Source: LSP 3.18, `VersionedTextDocumentIdentifier`;
/// nil where the client gives none.
public typealias DocumentVersion = Int32

extension DocumentVersion {
  /// Nil if the value is not a number. Answers repeat the version, so it is kept within the protocol's `integer`.
  init?(_ json: JSONValue) {
    guard let value = json.integer else { return nil }
    self.init(clamping: value)
  }
}
