import JSON

/// Source: LSP 3.18, `CancelParams`.
public struct CancelParams: Equatable, Sendable {
  public var id: RequestID

  public init(_ json: JSONValue) throws(InvalidParams) {
    guard let id = RequestID(json["id"]) else { throw InvalidParams("id must be an integer or a string") }
    self.id = id
  }
}
