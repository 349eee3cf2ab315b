import JSON

/// Source: LSP 3.18, `SemanticTokensDeltaParams`.
public struct SemanticTokensDeltaParams: Equatable, Sendable {
  public var uri: DocumentURI
  /// The id of the answer that the client still has.
  public var previousResultID: String?

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    previousResultID = json["previousResultId"].string
  }
}
