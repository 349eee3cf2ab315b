import JSON

/// Source: LSP 3.18, `TextDocumentContentParams`.
public struct TextDocumentContentParams: Equatable, Sendable {
  public var uri: DocumentURI

  public init(_ json: JSONValue) throws(InvalidParams) {
    guard let uri = json["uri"].utf8 else { throw InvalidParams("uri must be a string") }
    self.uri = DocumentURI(uri)
  }
}
