import SourceText
import Transcript

/// The times and the arrow between them as the specification reads them (WebVTT, 6.3 "Collect WebVTT cue timings and settings"), and
/// what authors should have written otherwise (4.1 "WebVTT cue timings").
struct WebVTTTimes {
  /// What the model takes for the times, whether players can read them or not.
  var start: Range<Int>
  var end: Range<Int>
  /// Where the settings begin.
  var settings: Range<Int>
  /// When the cue begins and ends, in milliseconds; empty where it ends before it begins, nil where players drop it.
  private(set) var milliseconds: Range<Int>?
  /// Why players drop the cue; nil where they do not.
  private(set) var failure: (fault: Fault, range: Range<Int>)?
  /// What is read, and should not be written so.
  private(set) var blemishes: [(fault: Fault, range: Range<Int>)] = []

  init(_ lines: LineCursor, _ line: Range<Int>, _ arrow: Range<Int>) {
    (start, end, settings) = (arrow, arrow, arrow)
    read(lines, line, arrow)
    guard failure != nil else { return }
    let pieces = lines.cueTimeLine(line, arrow)
    (start, end, settings) = (pieces.start, pieces.end, pieces.rest)
  }

  private mutating func read(_ lines: LineCursor, _ line: Range<Int>, _ arrow: Range<Int>) {
    var scanner = WebVTTTimeScanner(lines, line)
    scanner.skipSpace()
    noteIndent(lines, line.lowerBound..<scanner.index)
    guard let first = read(&scanner) else { return }
    let startMilliseconds = scanner.milliseconds
    let before = scanner.index
    scanner.skipSpace()
    noteFormFeed(lines, before..<scanner.index)
    guard lines.isWord(arrow, "-->") else {
      failure = (.cueArrow, arrow)
      return
    }
    guard scanner.index == arrow.lowerBound else {
      // What follows the time up to the arrow belongs neither to one nor to the other.
      let rest = lines.cueTrimmed(scanner.index..<arrow.lowerBound)
      let isJoined = scanner.index == before && lines.first(in: rest, where: { $0 == UInt8(ascii: "-") }) == nil
      failure = isJoined ? (.cueTimeMilliseconds, first.lowerBound..<rest.upperBound) : (.cueArrow, rest)
      return
    }
    if before == scanner.index { blemishes.append((.cueArrowBlank, arrow)) }
    scanner.index = arrow.upperBound
    scanner.skipSpace()
    if scanner.index == arrow.upperBound {
      if before < arrow.lowerBound { blemishes.append((.cueArrowBlank, arrow)) }
    } else {
      noteFormFeed(lines, arrow.upperBound..<scanner.index)
    }
    guard let second = read(&scanner) else { return }
    (start, end, settings) = (first, second, second.upperBound..<line.upperBound)
    milliseconds = startMilliseconds..<max(startMilliseconds, scanner.milliseconds)
    if let next = settings.first, !lines.isCueSpace(lines[next]) {
      blemishes.append((.cueSettingsBlank, next..<(next + 1)))
    }
    noteFormFeed(lines, settings)
  }

  private mutating func read(_ scanner: inout WebVTTTimeScanner) -> Range<Int>? {
    let start = scanner.index
    if let fault = scanner.readTime() {
      // From the place where the time should stand to the next blank.
      let word = scanner.word(from: start)
      failure = (fault, word.isEmpty ? scanner.line.lowerBound..<scanner.line.upperBound : word)
      return nil
    }
    if scanner.hourDigits == 1 { blemishes.append((.cueTimeHours, start..<scanner.index)) }
    return start..<scanner.index
  }

  private mutating func noteIndent(_ lines: LineCursor, _ space: Range<Int>) {
    if !space.isEmpty { blemishes.append((.cueTimeIndent, space)) }
  }

  private mutating func noteFormFeed(_ lines: LineCursor, _ space: Range<Int>) {
    guard let offset = lines.first(in: space, where: { $0 == 0x0C }) else { return }
    if !blemishes.contains(where: { $0.fault == .cueTimeFormFeed }) {
      blemishes.append((.cueTimeFormFeed, offset..<(offset + 1)))
    }
  }
}

/// Reads a time as the specification does (WebVTT, 6.3 "Collect a WebVTT timestamp").
struct WebVTTTimeScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: LineCursor
  let line: Range<Int>
  var index: Int
  /// Of the last time, how many digits its hours have.
  private(set) var hourDigits = 0
  /// The last time, in milliseconds.
  private(set) var milliseconds = 0

  init(_ lines: LineCursor, _ line: Range<Int>) {
    (bytes, self.lines, self.line, index) = (lines[line].base, lines, line, line.lowerBound)
  }

  mutating func skipSpace() {
    while index < line.upperBound, lines.isCueSpace(bytes[index]) { index += 1 }
  }

  /// What stands from an offset to the next blank.
  func word(from offset: Int) -> Range<Int> {
    (offset..<line.upperBound).prefix { !lines.isCueSpace(bytes[$0]) }
  }

  /// Reads the time that begins here; gives what is wrong if it is none.
  mutating func readTime() -> Fault? {
    if let milliseconds = paddedTime() {
      index += PaddedTime.length
      (hourDigits, self.milliseconds) = (2, milliseconds)
      return nil
    }
    guard index < line.upperBound else { return .cueTimeMissing }
    guard Ascii.isDigit(bytes[index]) else { return .cueTimeStart }
    let first = number()
    // The first number is hours if it cannot be minutes.
    var hasHours = first.digits != 2 || first.value > 59
    guard take(UInt8(ascii: ":")) else { return .cueTimeColon }
    let second = number()
    guard second.digits == 2 else { return .cueTimeDigits }
    var fields = (hours: 0, minutes: first.value, seconds: second.value)
    if hasHours || at(UInt8(ascii: ":")) {
      guard take(UInt8(ascii: ":")) else { return .cueTimeFields }
      let third = number()
      guard third.digits == 2 else { return .cueTimeDigits }
      fields = (first.value, second.value, third.value)
      hasHours = true
    }
    guard take(UInt8(ascii: ".")) else { return at(UInt8(ascii: ",")) ? .cueTimeComma : .cueTimePoint }
    let fraction = number()
    guard fraction.digits == 3 else { return .cueTimeMilliseconds }
    guard fields.minutes < 60, fields.seconds < 60 else { return .cueTimeRange }
    hourDigits = hasHours ? first.digits : 0
    milliseconds = ((fields.hours * 60 + fields.minutes) * 60 + fields.seconds) * 1000 + fraction.value
    return nil
  }

  /// In milliseconds; nil where the time that begins here is none, or has another spelling.
  private func paddedTime() -> Int? {
    let end = index + PaddedTime.length
    guard end <= line.upperBound, end == line.upperBound || !Ascii.isDigit(bytes[end]),
      let padded = PaddedTime(bytes, at: index), padded.decimalMark == UInt8(ascii: ".")
    else { return nil }
    return padded.milliseconds
  }

  private mutating func number() -> (value: Int, digits: Int) {
    let start = index
    var value = 0
    while index < line.upperBound, case let digit = bytes[index] &- 0x30, digit < 10 {
      value = value < 100_000 ? value &* 10 &+ Int(digit) : 1_000_000
      index &+= 1
    }
    return (value, index &- start)
  }

  private func at(_ character: UInt8) -> Bool { index < line.upperBound && bytes[index] == character }

  private mutating func take(_ character: UInt8) -> Bool {
    guard at(character) else { return false }
    index += 1
    return true
  }
}
