import SourceText

/// How wide the lines are on which the paragraphs of a file go on.
///
/// Whoever wraps a text puts as many words on each line as fit. So each line says that the width is at least its own, and
/// less than it would take to hold the next word, too. The width on which most lines agree is that of the file; where fewer
/// than half do, its lines end for other reasons.
struct WrapWidth {
  /// Lines that are longer were not wrapped by anybody.
  private static let widest = 1_000
  /// Fewer lines than this may end for any reason, unless they are as wide as those that editors wrap.
  private static let fewest = 3
  private static let usual = 50...110

  /// By width: how many more lines agree on it than on the one before.
  private var votes = Array(repeating: 0, count: widest + 2)
  private var count = 0
  /// Whether any paragraph goes on over several lines.
  private(set) var hasLines = false

  /// Notes the lines of one paragraph.
  mutating func note(_ words: Range<Int>, in text: Text) {
    let (first, last) = (text.line(at: words.lowerBound), text.line(at: words.upperBound))
    guard last > first else { return }
    hasLines = true
    for line in first..<last {
      let own = text.bytes[text.content(ofLine: line)]
      let end = own.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? own.startIndex
      let width = displayWidth(of: own[..<end])
      let next = text.bytes[text.content(ofLine: line + 1)].drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
      guard width > 0, !next.isEmpty, width <= Self.widest else { continue }
      count += 1
      votes[width] += 1
      votes[min(width + 1 + displayWidth(of: next), Self.widest + 1)] -= 1
    }
  }

  /// In columns; nil where the lines agree on none.
  var columns: Int? {
    var (agreeing, best, columns): (Int, Int, Int?) = (0, 0, nil)
    for (width, change) in votes.enumerated() {
      agreeing += change
      if agreeing > best { (best, columns) = (agreeing, width) }
    }
    guard let columns, best * 2 > count, best >= Self.fewest || Self.usual.contains(columns) else { return nil }
    return columns
  }
}
