import SourceText
import Transcript

/// SubRip: numbered cues with times, in files that end in `.srt`.
///
/// There is no standard. A cue begins at a line with times, with or without a number above it, and goes on to the next one.
/// Everything that readers disagree about is a fault.
struct SubRipFormat: Format {
  let name = "srt"

  func readBlock(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
    let place = SubRipPlace(mode)
    if let opening = SubRipOpening(&lines, isBehindBlank: !place.isGlued) {
      var reader = SubRipCueReader(place)
      return Mode(reader.read(opening, &lines, into: &block))
    }
    return place.isCut ? readRest(&lines, at: place, into: &block) : readOther(&lines, at: place, into: &block)
  }

  /// What goes on from the cue above.
  private func readRest(_ lines: inout LineCursor, at place: SubRipPlace, into block: inout BlockBuilder) -> Mode {
    var reader = SubRipCueReader(place)
    return Mode(reader.readRest(&lines, into: &block))
  }

  /// Blank lines above the first cue, or text that belongs to none.
  private func readOther(_ lines: inout LineCursor, at place: SubRipPlace, into block: inout BlockBuilder) -> Mode {
    while let line = lines.peek(), SubRipOpening(&lines, isBehindBlank: false) == nil {
      let content = lines.trimmed(lines.withoutByteOrderMark(line))
      if content.isEmpty {
        // A byte order mark alone on its line is not blank to `skipBlankLines`.
        lines.next()
        lines.skipBlankLines()
        break
      }
      if lines.isComment(content) { block.add(.comment, content) } else { block.add(.subRipStrayText, content) }
      lines.next()
    }
    return Mode(place)
  }
}

/// Where reading is in a file of cues.
struct SubRipPlace: Equatable {
  /// The number of the cue above; nil above the first.
  var number: Int?
  /// Whether no blank line stands above.
  var isGlued = false
  /// Whether a text goes on from the block above.
  var isCut = false

  /// Larger numbers are not told apart.
  static let largest = 1 << 28

  init() {}

  init(_ mode: Mode) {
    let value = Int(mode.rawValue)
    number = value & 1 == 1 ? value >> 3 : nil
    isGlued = value & 2 == 2
    isCut = value & 4 == 4
  }
}

extension Mode {
  init(_ place: SubRipPlace) {
    let number = place.number.map { UInt32(min($0, SubRipPlace.largest)) << 3 | 1 } ?? 0
    self.init(rawValue: number | (place.isGlued ? 2 : 0) | (place.isCut ? 4 : 0))
  }
}

/// The first lines of a cue: its number, where it has one, and its times.
struct SubRipOpening {
  /// The digits, perhaps with marks among them; nil where the line with the times is the first.
  var number: Range<Int>?
  /// The blank line that stands between the two, if one does.
  var blank: Range<Int>?
  var times: SubRipTimeLine
  /// How many lines these are.
  var count: Int

  /// Looks for the beginning of a cue; takes nothing.
  ///
  /// - Parameters:
  ///   - ahead: how many lines further down.
  ///   - isBehindBlank: whether a blank line stands above it, so that a number and a blank line may belong to a cue.
  init?(_ lines: inout LineCursor, at ahead: Int = 0, isBehindBlank: Bool) {
    guard let line = lines.peek(ahead) else { return nil }
    let content = lines.withoutByteOrderMark(line)
    if let times = SubRipTimeLine(lines, content) {
      (self.times, count) = (times, 1)
      return
    }
    guard let number = lines.cueNumber(content) ?? (isBehindBlank ? lines.mistypedCueNumber(content) : nil),
      let next = lines.peek(ahead + 1)
    else { return nil }
    self.number = number
    let isNumber = lines.isNumber(number)
    if let times = SubRipTimeLine(lines, next), isNumber || times.isHealthy {
      (self.times, count) = (times, 2)
      return
    }
    guard isBehindBlank, isNumber, lines.isBlank(next), let third = lines.peek(ahead + 2),
      let times = SubRipTimeLine(lines, third)
    else { return nil }
    (blank, self.times, count) = (next, times, 3)
  }
}

extension LineCursor {
  /// A line that has nothing but a number, without blanks at its ends.
  func cueNumber(_ line: Range<Int>) -> Range<Int>? {
    let content = trimmed(line)
    guard (1...9).contains(content.count), self[content].allSatisfy(isDigit) else { return nil }
    return content
  }

  /// A line that was meant as a number and has marks beside it, as in a list: `- 5`, `5.`, `#5`.
  func mistypedCueNumber(_ line: Range<Int>) -> Range<Int>? {
    let content = trimmed(line)
    guard (2...12).contains(content.count), self[content].contains(where: isDigit),
      self[content].allSatisfy({ $0 < 0x80 && !isLetter($0) })
    else { return nil }
    return content
  }

  func isNumber(_ range: Range<Int>) -> Bool { self[range].allSatisfy(isDigit) }

  func number(in digits: Range<Int>) -> Int { self[digits].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
}
