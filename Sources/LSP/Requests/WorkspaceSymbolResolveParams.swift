import JSON

/// The parameters of `workspaceSymbol/resolve`: a symbol as it was sent. Source: LSP 3.18, `WorkspaceSymbol`.
public struct WorkspaceSymbolResolveParams: Equatable, Sendable {
  /// Nil for a symbol that has its range already.
  public var target: WorkspaceSymbol.Target?
  /// The whole symbol, which is sent back with its range.
  public var json: JSONValue

  public init(_ json: JSONValue) throws(InvalidParams) {
    guard json["name"].string != nil else { throw InvalidParams("name must be a string") }
    target = WorkspaceSymbol.Target(json["data"])
    self.json = json
  }

  /// Writes the symbol with its place.
  public func write(to writer: inout JSONWriter, at location: Location) {
    json.write(to: &writer, with: "location", location.write)
  }
}
