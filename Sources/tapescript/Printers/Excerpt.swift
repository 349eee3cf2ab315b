import SourceText

/// As much of a line as fits, with a stretch of it in view.
struct Excerpt {
  let line: String
  /// How many columns stand before the stretch.
  let indent: Int
  /// At least 1, also for a stretch without width.
  let underlineWidth: Int

  /// - Parameters:
  ///   - range: in bytes of the text; what lies behind the line is not shown.
  ///   - width: in columns.
  init(_ text: Text, line: Int, _ range: Range<Int>, width: Int) {
    let content = text.content(ofLine: line)
    let start = min(max(range.lowerBound, content.lowerBound), content.upperBound)
    let end = min(max(range.upperBound, start), content.upperBound)
    // A character has seldom more than four bytes; what is further away than that cannot come into view.
    let farthest = width * 8
    let from = text.scalarStart(atOrBefore: max(content.lowerBound, start - farthest))
    let to = text.scalarStart(atOrBefore: min(content.upperBound, end + farthest))

    var before = Cells(text.string(from..<start), at: 0)
    var stretch = Cells(text.string(start..<end), at: before.width)
    var after = Cells(text.string(end..<max(end, to)), at: before.width + stretch.width)
    if before.width + stretch.width + after.width > width {
      // The stretch comes first; then what stands before it, up to half of the rest; then what follows.
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
  fileprivate func scalarStart(atOrBefore offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
