import JSON

/// A place in a document. Source: LSP 3.18, `Position`.
public struct Position: Equatable, Sendable {
  /// From 0.
  public var line: Int
  /// From 0, in code units of the encoding that the session agreed on.
  public var character: Int

  public init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// Numbers are clamped to what the specification calls `uinteger`, since clients send -1 and 2147483647 for "all of
  /// it". Anything that is not a number is an error.
  public init(_ json: JSONValue) throws(InvalidParams) {
    guard let line = json["line"].integer, let character = json["character"].integer else {
      throw InvalidParams("a position must have the numbers line and character")
    }
    self.init(line: Self.clamped(line), character: Self.clamped(character))
  }

  private static func clamped(_ value: Int) -> Int { min(max(value, 0), Int(Int32.max)) }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("line", line)
      $0.member("character", character)
    }
  }
}

/// A range in a document; its end is not included. Source: LSP 3.18, `Range`. Swift has a `Range` of its own.
public struct PositionRange: Equatable, Sendable {
  public var start: Position
  public var end: Position

  public init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }

  public init(_ json: JSONValue) throws(InvalidParams) {
    self.init(start: try Position(json["start"]), end: try Position(json["end"]))
  }

  public func write(to writer: inout JSONWriter) {
    writer.value(
      #"{"start":{"line":"#, start.line, #","character":"#, start.character, #"},"end":{"line":"#, end.line,
      #","character":"#, end.character, "}}")
  }
}
