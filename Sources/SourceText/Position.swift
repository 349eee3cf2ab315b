/// A place in a text as an editor names it.
public struct Position: Sendable, Hashable, Comparable {
  /// Counted from 0.
  public var line: Int
  /// Counted from 0, in the units of a `PositionEncoding`.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// What a column counts (LSP 3.18, `PositionEncodingKind`).
public enum PositionEncoding: String, Sendable, CaseIterable {
  /// Bytes.
  case utf8 = "utf-8"
  /// UTF-16 code units: what holds where a client does not say what it counts.
  case utf16 = "utf-16"
  /// Unicode scalars.
  case utf32 = "utf-32"

  /// How many units the scalar has whose first UTF-8 byte is `lead`.
  ///
  /// A byte that cannot lead a scalar is one unit in each encoding, as the replacement character shown for it would be
  /// in UTF-16 and UTF-32.
  @inlinable
  func units(ofScalarLedBy lead: UInt8, length: Int) -> Int {
    switch self {
    case .utf8: length
    case .utf16: lead >= 0xF0 && length == 4 ? 2 : 1
    case .utf32: 1
    }
  }
}
