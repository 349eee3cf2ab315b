import JSON

/// The parameters of every request about one whole document: `didClose`, `documentSymbol`, `foldingRange`.
/// Source: LSP 3.18, `TextDocumentIdentifier`.
public struct TextDocumentParams: Equatable, Sendable {
  public var uri: DocumentURI

  public init(_ json: JSONValue) throws(InvalidParams) { uri = try DocumentURI(of: json) }
}

/// The parameters of every request about one place: `hover`. Source: LSP 3.18, `TextDocumentPositionParams`.
public struct TextDocumentPositionParams: Equatable, Sendable {
  public var uri: DocumentURI
  public var position: Position

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    position = try Position(json["position"])
  }
}
