import SourceText
import Transcript

/// The line of a cue with its times, `00:00:01,000 --> 00:00:03,500`, and every way in which people and programs write it.
///
/// SubRip has no standard. What is taken for such a line is what some reader takes for one, and what can have been meant as
/// nothing else: a time on both sides of an arrow.
struct SubRipTimeLine {
  /// One of its times.
  struct Moment {
    var range: Range<Int>
    /// What is wrong about it, if anything.
    var fault: Fault?
    /// Whether it can be read.
    var isTime: Bool { fault != .subRipTimeUnreadable }
  }

  var start: Moment?
  /// With the blanks around it.
  var arrow: Range<Int>
  var arrowFault: Fault?
  var end: Moment?
  /// What stands behind the times, without blanks at its ends.
  var rest: Range<Int>

  /// Whether both times and the arrow are there and can be read.
  var isHealthy: Bool { start?.isTime ?? false && end?.isTime ?? false && arrowFault == nil }

  /// Longer lines are text.
  private static let longest = 1_000

  /// - Parameter line: without its end. Whatever its length, only a line that begins like a time or has an arrow is read.
  init?(_ lines: LineCursor, _ line: Range<Int>) {
    let content = lines.trimmed(line)
    guard let first = content.first, content.count <= Self.longest else { return nil }
    if let canonical = Self.canonical(lines, content) {
      self = canonical
      return
    }
    let byte = lines[first]
    let arrow = lines.arrow(in: content)
    // Most of the other lines are indices and text. Without an arrow both times must be there, and none is without a mark.
    guard
      arrow != nil
        || (lines.isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "-"))
          && lines[content].contains(where: Self.isMark)
    else { return nil }
    self.init(lines, content, strict: arrow)
  }

  /// Whether a byte may stand between minutes and seconds.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte >= 0x80
  }

  // MARK: - As it should be

  private static let shape = Array("00:00:00,000 --> 00:00:00,000".utf8)

  /// Nearly every line is in this shape, so it is told by its bytes.
  private static func canonical(_ lines: LineCursor, _ content: Range<Int>) -> SubRipTimeLine? {
    guard content.count == shape.count else { return nil }
    for (offset, expected) in zip(content, shape) {
      let byte = lines[offset]
      guard expected == UInt8(ascii: "0") ? lines.isDigit(byte) : byte == expected else { return nil }
    }
    let start = content.lowerBound
    // No tens of seconds or minutes above five.
    for tens in [3, 6, 20, 23] where lines[start + tens] > UInt8(ascii: "5") { return nil }
    return SubRipTimeLine(
      start: Moment(range: start..<(start + 12)), arrow: (start + 12)..<(start + 17),
      end: Moment(range: (start + 17)..<content.upperBound), rest: content.upperBound..<content.upperBound)
  }

  private init(start: Moment, arrow: Range<Int>, end: Moment, rest: Range<Int>) {
    (self.start, self.arrow, self.end, self.rest) = (start, arrow, end, rest)
  }

  // MARK: - As it is written

  private init?(_ lines: LineCursor, _ content: Range<Int>, strict: Range<Int>?) {
    var token = lines.timeToken(content)
    var start = token.isEmpty ? nil : Self.moment(lines, token)
    let isApart = strict.map { token.upperBound > $0.lowerBound || !lines.isBlank(token.upperBound..<$0.lowerBound) }
    if let strict, !(start?.isTime ?? false) || isApart ?? false {
      // Something else stands before the arrow.
      token = lines.trimmed(content.lowerBound..<strict.lowerBound)
      start = token.isEmpty ? nil : Self.moment(lines, token)
    }
    let arrow = lines.arrow(token.upperBound..<content.upperBound, isFirst: token.isEmpty)
    let behind = arrow.range.upperBound..<content.upperBound
    var endToken = lines.timeToken(behind)
    var end = endToken.isEmpty ? nil : Self.moment(lines, endToken)
    let word = behind.lowerBound..<(behind.first { lines.isSpace(lines[$0]) } ?? behind.upperBound)
    // A letter was written for a digit.
    let goesOn = endToken.upperBound < word.upperBound && lines.mayBeTime(word)
    if end == nil || end?.isTime == false || goesOn {
      // Up to the next blank, or all of it where that may have been a time with blanks in it.
      let whole = lines.trimmed(behind)
      endToken = lines.mayBeTime(whole) ? whole : word
      end = endToken.isEmpty ? nil : Self.moment(lines, endToken)
    }
    rest = lines.trimmed(endToken.upperBound..<content.upperBound)
    (self.start, self.end, self.arrow) = (start, end, arrow.range)
    switch arrow.kind {
    case .strict:
      func mayBe(_ moment: Moment?) -> Bool { moment.map { $0.isTime || lines.mayBeTime($0.range) } ?? true }
      // Beside a time the other one is a time, too, whatever has become of it.
      let isBeside = start?.isTime ?? false || end?.isTime ?? false
      func hasDigit(_ moment: Moment?) -> Bool {
        moment.map { lines[$0.range].contains(where: lines.isDigit) } ?? false
      }
      guard start != nil || end != nil, mayBe(start) && mayBe(end) || isBeside && hasDigit(start) && hasDigit(end)
      else {
        return nil
      }
      // A single time beside an arrow is a line that lost the other one if nothing else can stand there.
      guard start != nil && end != nil || rest.isEmpty && (start ?? end)?.isTime ?? false else { return nil }
    case .tight: arrowFault = .subRipArrowSpacing
    case .other: arrowFault = .subRipArrow
    case .none: arrowFault = .subRipArrowMissing
    }
    if arrow.kind != .strict {
      guard let start, let end, start.isTime, end.isTime, Self.isEvident(lines, start, end, arrow.kind),
        rest.isEmpty || lines.areSettings(rest)
      else { return nil }
    }
  }

  /// Whether both are more than the time of a day.
  private static func isEvident(
    _ lines: LineCursor, _ start: Moment, _ end: Moment, _ arrow: LineCursor.ArrowKind
  ) -> Bool {
    if arrow == .tight { return true }
    return [start, end].allSatisfy { moment in
      guard let style = CueTime(lines[moment.range])?.style else { return false }
      return arrow == .other
        ? style.hourDigits > 0 || style.fractionDigits > 0 : style.hourDigits > 0 && style.fractionDigits > 0
    }
  }

  static func moment(_ lines: LineCursor, _ range: Range<Int>) -> Moment {
    guard let time = CueTime(lines[range]) else { return Moment(range: range, fault: .subRipTimeUnreadable) }
    var moment = Moment(range: range)
    if time.isNegative || time.isOutOfRange {
      moment.fault = .subRipTimeImpossible
    } else if time.style.hourDigits == 0 {
      moment.fault = .subRipHoursMissing
    } else if time.style.fractionDigits != 0, time.style.fractionDigits != 3 {
      moment.fault = .subRipFraction
    } else if !lines[range].elementsEqual(time.time.writtenInSubRip.utf8) {
      moment.fault = .subRipTimeSpelling
    } else if time.style.hourDigits > 2 {
      moment.fault = .subRipHours
    }
    return moment
  }
}

extension Time {
  /// `01:02:03,004`
  var writtenInSubRip: String {
    written(hourDigits: 2, minuteDigits: 2, fractionDigits: 3, decimalMark: UInt8(ascii: ","))
  }
}

extension LineCursor {
  enum ArrowKind {
    /// `-->` between blanks.
    case strict
    /// `-->` without one of them.
    case tight
    /// `->`, `- ->`, `—>`, `→`.
    case other
    case none
  }

  /// The longest beginning of a stretch that has nothing but what times are written with.
  fileprivate func timeToken(_ range: Range<Int>) -> Range<Int> {
    var offset = range.lowerBound
    if offset < range.upperBound, self[offset] == UInt8(ascii: "-") { offset += 1 }
    while offset < range.upperBound {
      let byte = self[offset]
      if isDigit(byte) || timeMarks.contains(byte) {
        offset += 1
      } else if byte >= 0x80, let length = timeSign(at: offset, upTo: range.upperBound) {
        offset += length
      } else {
        break
      }
    }
    let token = range.lowerBound..<offset
    return self[token].contains { isDigit($0) || $0 >= 0x80 } ? token : range.lowerBound..<range.lowerBound
  }

  /// The length of a character that stands for a digit or a mark of a time in another script.
  private func timeSign(at offset: Int, upTo end: Int) -> Int? {
    if let found = sign(at: offset, upTo: end) {
      switch found.sign {
      case .digit, .colon, .direction, .nothing: return found.length
      default: return nil
      }
    }
    return wideMarks.first { begins(offset..<end, with: $0) }?.utf8CodeUnitCount
  }

  /// The arrow at the beginning of a stretch, with the blanks around it.
  fileprivate func arrow(_ range: Range<Int>, isFirst: Bool) -> (range: Range<Int>, kind: ArrowKind) {
    var offset = range.lowerBound
    var pointed = false
    scan: while offset < range.upperBound {
      switch self[offset] {
      case UInt8(ascii: ">"): pointed = true
      case UInt8(ascii: "-"), UInt8(ascii: "="):
        // Behind an arrow stands the sign of a time.
        if pointed { break scan }
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default:
        let rest = offset..<range.upperBound
        let known = arrowMarks.first { begins(rest, with: $0.text) }
        guard let mark = known else { break scan }
        pointed = pointed || mark.isPointed
        offset += mark.text.utf8CodeUnitCount
        continue scan
      }
      offset += 1
    }
    let found = range.lowerBound..<offset
    let bare = trimmed(found)
    if isWord(bare, "-->") {
      // At the ends of the line no blank is missing.
      let isParted =
        (isFirst || bare.lowerBound > found.lowerBound)
        && (bare.upperBound < found.upperBound || offset == range.upperBound)
      return (found, isParted ? .strict : .tight)
    }
    return (found, pointed ? .other : .none)
  }

  /// Whether a stretch may have been meant as a time.
  fileprivate func mayBeTime(_ range: Range<Int>) -> Bool {
    guard range.count <= CueTime.longest, range.count(where: { isDigit(self[$0]) }) >= 2 else { return false }
    return self[range].allSatisfy { isDigit($0) || mistypedTime.contains($0) || $0 >= 0x80 }
      && self[range].contains { timeMarks.contains($0) || $0 == UInt8(ascii: ";") || $0 >= 0x80 }
  }

  /// Whether all words of a stretch are a name, a colon and a value, as in `align:start` and `X1:100`.
  func areSettings(_ range: Range<Int>) -> Bool {
    var isNamed = true
    for word in self[range].split(whereSeparator: Ascii.isBlank) {
      let colon = word.firstIndex(of: UInt8(ascii: ":")) ?? word.startIndex
      isNamed =
        isNamed && colon > word.startIndex && word.index(after: colon) < word.endIndex
        && isLetter(word[word.startIndex])
    }
    return isNamed
  }
}

private let timeMarks = ByteSet(":.,")
private let mistypedTime = ByteSet(":.,;' \tOoIlS-[](){}")
private let wideMarks: [StaticString] = ["，", "．", "。", "､", "、"]
private let arrowMarks: [(text: StaticString, isPointed: Bool)] = [
  ("–", false), ("—", false), ("−", false), ("‑", false), ("→", true), ("⟶", true), ("➔", true), ("➜", true),
  ("›", true),
  ("&gt;", true), ("»", true),
]
