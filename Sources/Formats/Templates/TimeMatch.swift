import SourceText
import Transcript

/// What was found where a time belongs.
struct TimeMatch {
  /// The time with its marks.
  var outer: Range<Int>
  /// What looks like a time, without any marks.
  var inner: Range<Int>
  /// Why it is none.
  var fault: Fault?
  /// Whether the marks are those that belong to it.
  var isMarked = true
  /// Whether emphasis stands before it that closes elsewhere, perhaps behind the label.
  var hasOpenEmphasis = false
  /// Whether nothing else can have been meant. Digits and a colon at the beginning of a line, without the brackets of a
  /// notation, may be the first words of a sentence; with a label behind them they are not.
  var isEvident = true

  /// The time itself; where its marks are wrong, all that stands in its place with them.
  var range: Range<Int> { isMarked ? inner : outer }

  /// Whether marks stand on both sides of it.
  var isEnclosed: Bool { outer.lowerBound < inner.lowerBound && inner.upperBound < outer.upperBound }
}

extension Template.Slot {
  /// Looks for a time at the beginning of a stretch without blanks at its ends.
  func leadingTime(_ lines: LineCursor, _ range: Range<Int>) -> TimeMatch? {
    guard let first = range.first else { return nil }
    if let start = before.isEmpty ? first : lines.end(of: before, at: first, upTo: range.upperBound),
      let healthy = healthy(lines, from: start, in: range)
    {
      return healthy
    }
    guard mayBegin(lines[first]) else { return nil }
    return damagedLeading(lines, range)
  }

  /// A time that can be read, with the marks that belong to it.
  private func healthy(_ lines: LineCursor, from start: Int, in range: Range<Int>) -> TimeMatch? {
    // A mark may begin with what a time has inside.
    guard let end = lines.plainTimeEnd(from: start, upTo: range.upperBound, trailingMarks: !after.isEmpty),
      let behind = after.isEmpty ? end : lines.end(of: after, at: end, upTo: range.upperBound)
    else { return nil }
    // A bare time ends with a blank.
    guard !after.isEmpty || behind == range.upperBound || isEnd(lines, behind, range) else { return nil }
    return TimeMatch(outer: range.lowerBound..<behind, inner: start..<end)
  }

  /// Whether a bare time ends here. `-->` behind it makes a cue of WebVTT or SubRip, which are other notations.
  private func isEnd(_ lines: LineCursor, _ end: Int, _ range: Range<Int>) -> Bool {
    guard lines.isSpace(lines[end]) else { return false }
    guard let next = lines.first(in: end..<range.upperBound, where: { !lines.isSpace($0) }) else { return true }
    return lines[next] != UInt8(ascii: "-") || !lines.begins(next..<range.upperBound, with: "-->")
  }

  private func isPlain(_ byte: UInt8) -> Bool { (0x30...0x3A).contains(byte) || byte == 0x2E || byte == 0x2C }

  /// Whether a line that begins so may begin with a time.
  private func mayBegin(_ byte: UInt8) -> Bool {
    byte == before.first || (0x30...0x39).contains(byte) || opening.contains(byte) || byte >= 0x80
  }

  private func damagedLeading(_ lines: LineCursor, _ range: Range<Int>) -> TimeMatch? {
    let end = range.upperBound
    var start = range.lowerBound
    var hasEmphasis = false
    // What the template itself begins with is not taken for a mark of a list.
    if before.isEmpty || lines.end(of: before, at: start, upTo: end) == nil {
      start = lines.listMarksEnd(from: start, upTo: end)
      let behind = lines.emphasisEnd(from: start, upTo: end)
      hasEmphasis = behind > start
      start = behind
    }
    let own = before.isEmpty ? start : lines.end(of: before, at: start, upTo: end)
    let opened = lines.marksEnd(.opening, from: own ?? start, upTo: end)
    let isOpen = own != nil && opened == own
    let hasOpen = opened > start
    let innerEnd = ownEnd(lines, lines.timeEnd(from: opened, upTo: end, withBlanks: hasOpen), opened, end)
    let inner = opened..<innerEnd
    guard innerEnd > opened,
      lines.holdsTime(inner, pointsCount: false) || hasOpen && lines.holdsTime(inner, pointsCount: true)
    else { return nil }
    let closing = after.isEmpty ? innerEnd : lines.end(of: after, at: innerEnd, upTo: end)
    let closed = lines.marksEnd(.closing, from: closing ?? innerEnd, upTo: end)
    let isClosed = closing != nil && closed == closing
    let hasClose = closed > innerEnd
    // The rest of the own marks behind brackets of others: `[0:12]:` for `(0:12):`.
    let closedEnd = closing == nil && hasClose ? lines.end(ofRest: after, at: closed, upTo: end) : closed
    guard hasClose || isFreeStanding(lines, closed, range) else { return nil }
    let outer = range.lowerBound..<(hasClose ? closedEnd : lines.trimmed(inner).upperBound)
    var match = isOpen && isClosed ? judged(lines, inner, outer: outer) : unmarked(inner, outer)
    if isOpen, isClosed, start > range.lowerBound {
      if hasEmphasis { match.hasOpenEmphasis = true } else { match = unmarked(inner, outer) }
    }
    let isOwn = !before.isEmpty && own != nil || !after.isEmpty && closing != nil
    match.isEvident = isOwn || isBare || lines[inner].count(where: lines.isColon) > 1
    // With points for colons it must be enclosed, or any number would do.
    guard lines.holdsTime(inner, pointsCount: false) || isOwn || hasOpen && hasClose else { return nil }
    return match
  }

  /// Where a time ends whose closing mark begins with what a time has inside.
  private func ownEnd(_ lines: LineCursor, _ innerEnd: Int, _ start: Int, _ end: Int) -> Int {
    guard let mark = after.first, !lines.isDigit(mark), lines.end(of: after, at: innerEnd, upTo: end) == nil else {
      return innerEnd
    }
    var digitEnd = innerEnd
    while digitEnd > start, !lines.isDigit(lines[digitEnd - 1]) { digitEnd -= 1 }
    return lines.end(of: after, at: digitEnd, upTo: end) != nil ? digitEnd : innerEnd
  }

  /// Whether the digits before a place end there, and no word goes on with them.
  private func isFreeStanding(_ lines: LineCursor, _ end: Int, _ range: Range<Int>) -> Bool {
    guard end < range.upperBound else { return true }
    if isBare { return isEnd(lines, end, range) }
    return lines.isSpace(lines[end]) || lines.isSpace(lines[end - 1]) || lines[end] == UInt8(ascii: "-")
  }

  // MARK: - At the end

  /// Looks for a time at the end of a stretch without blanks at its ends.
  func trailingTime(_ lines: LineCursor, _ range: Range<Int>) -> TimeMatch? {
    guard let last = range.last else { return nil }
    if let end = after.isEmpty
      ? range.upperBound : lines.start(of: after, endingAt: range.upperBound, downTo: range.lowerBound),
      let healthy = healthy(lines, endingAt: end, in: range)
    {
      return healthy
    }
    guard mayEnd(lines[last]) else { return nil }
    return damagedTrailing(lines, range)
  }

  private func healthy(_ lines: LineCursor, endingAt end: Int, in range: Range<Int>) -> TimeMatch? {
    var start = end
    while start > range.lowerBound, isPlain(lines[start - 1]) { start -= 1 }
    if !before.isEmpty { while start < end, !lines.isDigit(lines[start]) { start += 1 } }
    guard lines.isPlainTime(start..<end),
      let ahead = before.isEmpty ? start : lines.start(of: before, endingAt: start, downTo: range.lowerBound)
    else { return nil }
    guard !before.isEmpty || ahead == range.lowerBound || lines.isSpace(lines[ahead - 1]) else { return nil }
    return TimeMatch(outer: ahead..<range.upperBound, inner: start..<end)
  }

  private func mayEnd(_ byte: UInt8) -> Bool {
    byte == after.last || (0x30...0x39).contains(byte) || ending.contains(byte) || byte >= 0x80
      || !before.isEmpty && passesForDigit.contains(byte)
  }

  private func damagedTrailing(_ lines: LineCursor, _ range: Range<Int>) -> TimeMatch? {
    let start = range.lowerBound
    var end = range.upperBound
    // A full stop or emphasis behind the time.
    while end > start, range.upperBound - end < 4, sentenceMarks.contains(lines[end - 1]), lines[end - 1] != after.last
    {
      end -= 1
    }
    end = lines.trimmed(start..<end).upperBound
    let own = after.isEmpty ? end : lines.start(of: after, endingAt: end, downTo: start)
    let closed = lines.marksStart(.closing, endingAt: own ?? end, downTo: start)
    let isClosed = own != nil && closed == own
    let hasClose = closed < end
    var innerStart = lines.timeStart(endingAt: closed, downTo: start, withBlanks: true)
    let opening = before.isEmpty ? nil : lines.start(of: before, endingAt: innerStart, downTo: start)
    var opened = lines.marksStart(.opening, endingAt: opening ?? innerStart, downTo: start)
    let hasOpen = opened < innerStart
    if !hasOpen {
      // Without a mark beside it only digits and colons can be told from the end of a sentence.
      if !after.isEmpty, own != nil, before.isEmpty {
        innerStart = lines.timeStart(endingAt: closed, downTo: start, withBlanks: false)
      } else {
        innerStart = closed
        while innerStart > start, isColonOrDigit(lines, innerStart) { innerStart -= 1 }
      }
      opened = innerStart
    }
    let inner = innerStart..<closed
    let isOwn = !before.isEmpty && opening != nil || !after.isEmpty && own != nil
    guard
      lines.holdsTime(inner, pointsCount: false)
        || hasOpen && (isOwn || hasClose) && lines.holdsTime(inner, pointsCount: true)
    else { return nil }
    let isOpen = (before.isEmpty ? !hasOpen : opening != nil) && opened == (opening ?? innerStart)
    // One mark alone is a mark lost; none at all is a sentence that ends with a time.
    guard hasOpen || hasClose || isBare else { return nil }
    guard !isBare || hasOpen || opened == start || lines.isSpace(lines[opened - 1]) else { return nil }
    if !hasOpen, hasClose, !before.isEmpty, let bracket = openBracket(lines, start..<innerStart) {
      // With a word in it, as in `(at 2:09)`, it is the time's; with more it is a part of what is said.
      let outer = bracket..<range.upperBound
      return isWord(lines, lines.trimmed((bracket + 1)..<innerStart)) && Timestamp.read(lines[inner]) != .malformed
        ? unmarked(inner, outer) : nil
    }
    let outerStart = opening == nil && hasOpen ? lines.start(ofRest: before, endingAt: opened, downTo: start) : opened
    let outer = outerStart..<range.upperBound
    if isOpen, isClosed, end == range.upperBound { return judged(lines, inner, outer: outer) }
    return unmarked(inner, outer)
  }

  private func isColonOrDigit(_ lines: LineCursor, _ end: Int) -> Bool {
    lines.isDigit(lines[end - 1]) || lines.isColon(lines[end - 1])
  }

  /// The nearest bracket before the end of a stretch, if it opens and is near.
  private func openBracket(_ lines: LineCursor, _ range: Range<Int>) -> Int? {
    guard let index = range.suffix(60).last(where: { brackets.contains(lines[$0]) }) else { return nil }
    return opening.contains(lines[index]) ? index : nil
  }

  private func isWord(_ lines: LineCursor, _ range: Range<Int>) -> Bool {
    range.count <= 12
      && lines[range].allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 || $0 == UInt8(ascii: ".") }
  }

  private func unmarked(_ inner: Range<Int>, _ outer: Range<Int>) -> TimeMatch {
    TimeMatch(outer: outer, inner: inner, fault: .timeMalformed, isMarked: false)
  }

  private func judged(_ lines: LineCursor, _ range: Range<Int>, outer: Range<Int>) -> TimeMatch {
    let fault: Fault? =
      switch Timestamp.read(lines[range]) {
      case .time: nil
      case .outOfRange: .timeOutOfRange
      case .malformed: .timeMalformed
      }
    return TimeMatch(outer: outer, inner: range, fault: fault)
  }
}

extension LineCursor {
  /// At least a digit, and a colon, or a semicolon in its place; or, if they count, points or commas between the digits as a
  /// time has colons: `0.12`, `1.02.30`.
  fileprivate func holdsTime(_ range: Range<Int>, pointsCount: Bool) -> Bool {
    var digits = 0
    var isMarked = false
    var (marks, behindMark) = (0, 0)
    var at = range.lowerBound
    while at < range.upperBound, let mark = mark(at: at, upTo: range.upperBound) ?? unseen(at, range.upperBound) {
      at += mark.length
      if isDigit(mark.byte) {
        digits += 1
        behindMark += 1
      } else if isColon(mark.byte) {
        isMarked = true
      } else if pointsCount, mark.byte == UInt8(ascii: ".") || mark.byte == UInt8(ascii: ",") {
        // A field before a mark has one or two digits, and the last one two.
        guard (1...2).contains(behindMark) else { return false }
        (marks, behindMark) = (marks + 1, 0)
        isMarked = true
      }
    }
    return isMarked && digits > 0 && (!pointsCount || behindMark == 2 || marks > 1 && behindMark == 3)
  }

  private func unseen(_ offset: Int, _ end: Int) -> (byte: UInt8, length: Int)? {
    sign(at: offset, upTo: end).map { (0, $0.length) }
  }
}

private let passesForDigit = ByteSet("OolI")
private let opening = ByteSet("([{<\\*_>-+#\"")
private let ending = ByteSet(")]}>\\*_\".,;:!?")
private let brackets = ByteSet("()[]")
private let sentenceMarks = ByteSet(".,;:!?*_")
