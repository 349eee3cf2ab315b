import JSON

/// Source: LSP 3.18, `DidSaveTextDocumentParams`.
public struct DidSaveParams: Equatable, Sendable {
  public var uri: DocumentURI
  /// The text as saved, in UTF-8, where the client sends it.
  public var text: [UInt8]?

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    text = json["text"].utf8
  }
}
