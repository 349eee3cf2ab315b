/// A line and a column in a text.
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

/// The unit in which columns are counted (LSP 3.18, `PositionEncodingKind`).
public enum PositionEncoding: String, Sendable, CaseIterable {
  /// Bytes.
  case utf8 = "utf-8"
  /// UTF-16 code units: the default of LSP.
  case utf16 = "utf-16"
  /// Unicode scalars.
  case utf32 = "utf-32"

  /// How many units the scalar takes whose first UTF-8 byte is `lead`.
  ///
  /// A byte that cannot begin a scalar counts as one unit in each encoding, as the replacement character does in UTF-16
  /// and UTF-32.
  @inlinable
  func units(ofScalarLedBy lead: UInt8, length: Int) -> Int {
    switch self {
    case .utf8: length
    case .utf16: lead >= 0xF0 && length == 4 ? 2 : 1
    case .utf32: 1
    }
  }
}
