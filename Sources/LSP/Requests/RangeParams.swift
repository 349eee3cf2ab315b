import JSON

/// The parameters of every request about a part of a document: `inlayHint`, `semanticTokens/range`. Source: LSP 3.18,
/// `InlayHintParams`, `SemanticTokensRangeParams`.
public struct RangeParams: Equatable, Sendable {
  public var uri: DocumentURI
  public var range: PositionRange

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    range = try PositionRange(json["range"])
  }
}
