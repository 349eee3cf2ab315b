import JSON

/// Source: LSP 3.18, `SelectionRangeParams`.
public struct SelectionRangeParams: Equatable, Sendable {
  public var uri: DocumentURI
  /// The carets; there is one answer for each.
  public var positions: [Position]

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    guard let list = json["positions"].array else { throw InvalidParams("positions must be a list") }
    var positions: [Position] = []
    for item in list { positions.append(try Position(item)) }
    self.positions = positions
  }
}
