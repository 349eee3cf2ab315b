import JSON

/// Source: LSP 3.18, `SetTraceParams`.
public struct SetTraceParams: Equatable, Sendable {
  public var value: TraceValue

  public init(_ json: JSONValue) throws(InvalidParams) {
    guard let value = json["value"].string.flatMap(TraceValue.init) else {
      throw InvalidParams("value must be off, messages or verbose")
    }
    self.value = value
  }
}
