import SourceText

/// As much of a line as fits into a width, chosen so that a given range is visible.
struct Excerpt {
  let line: String
  /// How many columns stand before the range.
  let indent: Int
  /// How many columns the range takes; at least 1, even if it is empty.
  let underlineWidth: Int

  /// - Parameters:
  ///   - range: in bytes of the text; what lies behind the line is not shown.
  ///   - width: in columns.
  init(_ text: Text, line: Int, _ range: Range<Int>, width: Int) {
    let content = text.content(ofLine: line)
    let start = min(max(range.lowerBound, content.lowerBound), content.upperBound)
    let end = min(max(range.upperBound, start), content.upperBound)
    var before = Cells(text.string(text.inView(endOf: content.lowerBound..<start, width)), at: 0)
    var stretch = Cells(text.string(text.inView(start..<end, width)), at: before.width)
    var after = Cells(text.string(text.inView(end..<content.upperBound, width)), at: before.width + stretch.width)
    if before.width + stretch.width + after.width > width {
      // The range takes precedence; then the text before it gets up to half of the remaining width, and the text behind
      // it the rest.
      stretch.keepFirst(width - 2)
      let rest = width - stretch.width
      before.keepLast(max(rest / 2, rest - after.width))
      after.keepFirst(rest - before.width)
    }
    self.line = before.string + stretch.string + after.string
    indent = before.width
    underlineWidth = max(1, stretch.width)
  }
}

extension Text {
  /// The bytes at the beginning of a range that can be visible at most.
  fileprivate func inView(_ range: Range<Int>, _ width: Int) -> Range<Int> {
    let near = range.prefix(width + 1)
    if near.allSatisfy({ isPlain(bytes[$0]) }) { return near }
    return range.lowerBound..<scalarStart(atOrBefore: min(range.upperBound, range.lowerBound + width * bytesOfCell))
  }

  /// The same for the end of a range.
  fileprivate func inView(endOf range: Range<Int>, _ width: Int) -> Range<Int> {
    let near = range.suffix(width + 1)
    if near.allSatisfy({ isPlain(bytes[$0]) }) { return near }
    return scalarStart(atOrBefore: max(range.lowerBound, range.upperBound - width * bytesOfCell))..<range.upperBound
  }

  private func scalarStart(atOrBefore offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}

/// A character seldom has more than four bytes; text that is further away than this cannot be visible.
private let bytesOfCell = 8

/// Whether a byte is a character of its own that takes one column.
private func isPlain(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }
