import SourceText
import Transcript

private let timeBytes = ByteSet("0123456789:;.,OolI")

extension TimeSlot {
  /// What was found where the time belongs.
  struct Match {
    /// The time itself, or all that looks like one.
    var range: Range<Int>
    /// The time with its brackets.
    var outer: Range<Int>
    /// Why it is none.
    var fault: Fault?
  }

  /// Looks for a time in its place in a line without blanks at its ends.
  func match(_ lines: LineCursor, _ line: Range<Int>) -> Match? {
    if let open, let close {
      isLeading ? leading(lines, line, open, close) : trailing(lines, line, open, close)
    } else {
      bare(lines, line)
    }
  }

  private func bare(_ lines: LineCursor, _ line: Range<Int>) -> Match? {
    guard let first = line.first, isDigit(lines[first]) else { return nil }
    var run = stretch(lines, line)
    // `17: 10`: a blank slipped in behind a colon.
    if lines[run.upperBound - 1] == UInt8(ascii: ":"), run.upperBound + 1 < line.upperBound,
      lines.isSpace(lines[run.upperBound]), isDigit(lines[run.upperBound + 1])
    {
      run = run.lowerBound..<stretch(lines, (run.upperBound + 1)..<line.upperBound).upperBound
    }
    guard hasColon(lines, run), run.upperBound == line.upperBound || lines.isSpace(lines[run.upperBound]) else {
      return nil
    }
    // `-->` behind a time makes a cue of WebVTT or SubRip, which are other notations.
    let rest = lines.trimmed(run.upperBound..<line.upperBound)
    guard !lines.begins(rest, with: "-->") else { return nil }
    return judged(lines, run, outer: run)
  }

  private func leading(_ lines: LineCursor, _ line: Range<Int>, _ open: UInt8, _ close: UInt8) -> Match? {
    guard let first = line.first else { return nil }
    let hasOpen = lines[first] == open
    let inner = stretch(lines, hasOpen ? line.dropFirst() : line, withBlanks: true)
    guard hasColon(lines, inner) else { return nil }
    if inner.upperBound < line.upperBound, lines[inner.upperBound] == close {
      let outer = first..<(inner.upperBound + 1)
      return hasOpen ? judged(lines, inner, outer: outer) : Match(range: outer, outer: outer, fault: .timeMalformed)
    }
    guard hasOpen else { return nil }
    let outer = first..<lines.trimmed(inner).upperBound
    return Match(range: outer, outer: outer, fault: .timeMalformed)
  }

  private func trailing(_ lines: LineCursor, _ line: Range<Int>, _ open: UInt8, _ close: UInt8) -> Match? {
    guard let last = line.last else { return nil }
    let hasClose = lines[last] == close
    let end = hasClose ? last : line.upperBound
    var start = end
    while start > line.lowerBound, isTimeByte(lines[start - 1]) || lines.isSpace(lines[start - 1]) { start -= 1 }
    let hasOpen = start > line.lowerBound && lines[start - 1] == open
    if !hasOpen {
      // Without its bracket only digits and colons can be told from the end of a sentence.
      start = end
      while start > line.lowerBound, isDigit(lines[start - 1]) || isColon(lines[start - 1]) { start -= 1 }
    }
    let inner = start..<end
    guard hasColon(lines, inner) else { return nil }
    // One bracket alone is a bracket lost; none at all is a sentence that ends with a time.
    guard hasOpen || hasClose else { return nil }
    if hasOpen && hasClose { return judged(lines, inner, outer: (start - 1)..<line.upperBound) }
    if !hasOpen, let bracket = openBracket(lines, line.lowerBound..<start, open, close) {
      // With a word in it, as in `(at 2:09)`, it is the time's; with more it is a part of what is said.
      let outer = bracket..<line.upperBound
      return isWord(lines, lines.trimmed((bracket + 1)..<start))
        ? Match(range: outer, outer: outer, fault: .timeMalformed) : nil
    }
    let outer = (hasOpen ? start - 1 : start)..<line.upperBound
    return Match(range: outer, outer: outer, fault: .timeMalformed)
  }

  /// The nearest bracket before the end of a stretch, if it opens and is near.
  private func openBracket(_ lines: LineCursor, _ range: Range<Int>, _ open: UInt8, _ close: UInt8) -> Int? {
    range.suffix(60).reversed().first { lines[$0] == open || lines[$0] == close }.flatMap {
      lines[$0] == open ? $0 : nil
    }
  }

  private func isWord(_ lines: LineCursor, _ range: Range<Int>) -> Bool {
    range.count <= 12 && lines[range].allSatisfy { isASCIILetter($0) || $0 >= 0x80 || $0 == UInt8(ascii: ".") }
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func judged(_ lines: LineCursor, _ range: Range<Int>, outer: Range<Int>) -> Match {
    switch Timestamp.read(lines[range]) {
    case .time: Match(range: range, outer: outer, fault: nil)
    case .outOfRange: Match(range: range, outer: outer, fault: .timeOutOfRange)
    case .malformed: Match(range: range, outer: outer, fault: .timeMalformed)
    }
  }

  /// The bytes from the beginning on that a time, or somebody's slip at one, consists of.
  private func stretch(_ lines: LineCursor, _ range: Range<Int>, withBlanks: Bool = false) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, isTimeByte(lines[end]) || withBlanks && lines.isSpace(lines[end]) { end += 1 }
    return range.lowerBound..<end
  }

  /// At least a digit, and a colon, or a semicolon in its place.
  private func hasColon(_ lines: LineCursor, _ range: Range<Int>) -> Bool {
    lines[range].contains(where: isColon) && lines[range].contains(where: isDigit)
  }

  private func isColon(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A digit, a mark between digits, or a letter that passes for a digit.
  private func isTimeByte(_ byte: UInt8) -> Bool {
    timeBytes.contains(byte)
  }
}
