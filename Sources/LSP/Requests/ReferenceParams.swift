import JSON

/// Source: LSP 3.18, `ReferenceParams`.
public struct ReferenceParams: Equatable, Sendable {
  public var uri: DocumentURI
  public var position: Position
  /// Whether the place that introduces the name is wanted, too.
  public var includesDeclaration: Bool

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    position = try Position(json["position"])
    includesDeclaration = json["context"]["includeDeclaration"].bool ?? true
  }
}
