import JSON

/// Source: LSP 3.18, `RenameParams`.
public struct RenameParams: Equatable, Sendable {
  public var uri: DocumentURI
  public var position: Position
  public var newName: String

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    position = try Position(json["position"])
    guard let name = json["newName"].string else { throw InvalidParams("newName must be a string") }
    newName = name
  }
}
