import SourceText
import Transcript

/// A time in words, as programs write it for people who cannot see the digits: `1 hour, 2 minutes, 5 seconds`.
extension LineCursor {
  /// Where such a time stands at the beginning of a stretch.
  ///
  /// - Parameter isAlone: whether nothing else may stand there.
  func timeInWords(_ range: Range<Int>, isAlone: Bool) -> Range<Int>? {
    guard let first = range.first, isDigit(self[first]), let (end, _) = readTimeInWords(range) else { return nil }
    return !isAlone || end == range.upperBound ? range.lowerBound..<end : nil
  }

  /// Whether a time in words is the one in digits.
  func says(_ words: Range<Int>, _ time: TimeMatch?) -> Bool {
    guard let time, case .time(let stamp) = Timestamp.read(self[time.inner]) else { return false }
    return readTimeInWords(words).map { $0.seconds == stamp.time.wholeSeconds } ?? false
  }

  /// The units from the largest to the smallest, each at most once; a comma, `and` or a blank stands between them.
  private func readTimeInWords(_ range: Range<Int>) -> (end: Int, seconds: Int)? {
    var (at, end, seconds, next) = (range.lowerBound, range.lowerBound, 0, 0)
    while next < unitsOfTime.count {
      let digits = (at..<range.upperBound).prefix { isDigit(self[$0]) }
      guard (1...4).contains(digits.count) else { break }
      let word = wordStart(digits.upperBound, range.upperBound)
      guard word > digits.upperBound,
        let unit = unitsOfTime[next...].firstIndex(where: { self.begins(word..<range.upperBound, with: $0.name) })
      else { break }
      var wordEnd = word + unitsOfTime[unit].name.utf8CodeUnitCount
      if wordEnd < range.upperBound, self[wordEnd] == UInt8(ascii: "s") { wordEnd += 1 }
      guard wordEnd == range.upperBound || !isLetter(self[wordEnd]) else { break }
      let number = digits.reduce(0) { $0 * 10 + Int(self[$1] - 0x30) }
      (seconds, end, next) = (seconds + number * unitsOfTime[unit].seconds, wordEnd, unit + 1)
      at = wordEnd < range.upperBound && self[wordEnd] == UInt8(ascii: ",") ? wordEnd + 1 : wordEnd
      at = wordStart(at, range.upperBound)
      if begins(at..<range.upperBound, with: "and ") { at = wordStart(at + 4, range.upperBound) }
    }
    return next > 0 ? (end, seconds) : nil
  }

  private func wordStart(_ offset: Int, _ end: Int) -> Int {
    var at = offset
    while at < end, isSpace(self[at]) { at += 1 }
    return at
  }
}

private let unitsOfTime: [(name: StaticString, seconds: Int)] = [("hour", 3600), ("minute", 60), ("second", 1)]

extension Time {
  /// `1 minute, 5 seconds`, without its fraction.
  var inWords: String {
    let whole = wholeSeconds
    let parts = [(whole / 3600, "hour"), (whole / 60 % 60, "minute"), (whole % 60, "second")].filter { $0.0 > 0 }
    return parts.isEmpty ? "0 seconds" : parts.map { counted($0.0, $0.1) }.joined(separator: ", ")
  }
}
