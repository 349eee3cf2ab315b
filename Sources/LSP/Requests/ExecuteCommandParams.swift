import JSON

/// Source: LSP 3.18, `ExecuteCommandParams`.
public struct ExecuteCommandParams: Equatable, Sendable {
  public var command: String
  public var arguments: [JSONValue]

  public init(_ json: JSONValue) throws(InvalidParams) {
    guard let command = json["command"].string else { throw InvalidParams("command must be a string") }
    self.command = command
    arguments = json["arguments"].array ?? []
  }
}
