import SourceText

/// A text with marks under it: carets in a line of their own point at the stretch above them, so the text under test
/// stays as it is written.
public struct Marked: Sendable {
  /// The text without the lines of carets.
  public let text: Text
  /// The stretches above the carets, in bytes of `text`, in order.
  public let ranges: [Range<Int>]

  public init(_ source: String) {
    var kept: [UInt8] = []
    var lineStart = 0
    var ranges: [Range<Int>] = []
    // By bytes, because CR and LF are one character to a string.
    for bytes in source.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = Substring(bytes)
      if let columns = Self.carets(line) {
        let above = Text(Array(kept[lineStart...]))
        for column in columns {
          let start = above.offset(of: Position(line: 0, column: column.lowerBound), in: .utf32)
          let end = above.offset(of: Position(line: 0, column: column.upperBound), in: .utf32)
          ranges.append((lineStart + start)..<(lineStart + end))
        }
      } else {
        if !kept.isEmpty || lineStart > 0 { kept.append(0x0A) }
        lineStart = kept.count
        kept += Array(line.utf8)
        if kept.isEmpty { lineStart = 0 }
      }
    }
    text = Text(kept)
    self.ranges = ranges
  }

  /// The runs of carets in a line that has nothing but carets and blanks.
  private static func carets(_ line: Substring) -> [Range<Int>]? {
    guard line.contains("^"), line.allSatisfy({ $0 == "^" || $0 == " " }) else { return nil }
    var runs: [Range<Int>] = []
    for (column, character) in line.enumerated() where character == "^" {
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<(column + 1)
      } else {
        runs.append(column..<(column + 1))
      }
    }
    return runs
  }
}
