import SourceText
import Transcript

/// Puts a slip at SubRip right.
struct SubRipMending {
  private let reading: Reading
  private let block: Int
  private let fault: Fault?
  private let range: Range<Int>

  init(_ reading: Reading, _ block: Int, _ part: Part) {
    (self.reading, self.block) = (reading, block)
    fault = part.fault
    range = reading.range(of: part, in: block)
  }

  /// Nil where the slip is not one that can be put right in this way.
  func edits(_ mending: Mending) -> [Edit]? {
    guard mending == .respell else { return nil }
    return switch fault {
    case .subRipArrow, .subRipArrowSpacing, .subRipArrowMissing: [arrow]
    case .subRipTimeImpossible, .subRipHoursMissing, .subRipTimeSpelling, .subRipFraction:
      CueTime(reading.text.bytes[range]).map { [Edit(range, $0.time.writtenInSubRip)] }
    case .subRipTimeUnreadable: timeMeant.map { [Edit(range, $0.writtenInSubRip)] }
    case .subRipSettings: [Edit(blanks(before: range.lowerBound)..<range.upperBound, "")]
    case .subRipTextBesideTimes: [Edit(blanks(before: range.lowerBound)..<range.lowerBound, lineEnding)]
    case .subRipNumberMissing: nil
    case .subRipBlankLineMissing: [Edit(reading.blocks.start(of: block)..<reading.blocks.start(of: block), lineEnding)]
    case .subRipBlankLineNotEmpty: [Edit(range, "")]
    case .subRipBlankLineInside: [Edit(wholeLines, "")]
    case .subRipTagUnknown: bracketed
    case .subRipTagNotOpened: [Edit(range, "")]
    case .subRipTagNotClosed: closing
    default: nil
    }
  }

  private var lineEnding: String { reading.text.lineEnding(at: max(0, range.lowerBound - 1)) }

  private var arrow: Edit {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    let bytes = reading.text.bytes
    while lower > 0, Ascii.isBlank(bytes[lower - 1]) { lower -= 1 }
    while upper < bytes.count, Ascii.isBlank(bytes[upper]) { upper += 1 }
    return Edit(lower..<upper, " --> ")
  }

  /// The time that was meant: letters that pass for digits, a semicolon for a colon, a blank or brackets too many.
  private var timeMeant: Time? {
    let plain = reading.text.bytes[range].compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
      case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
      case UInt8(ascii: ";"): UInt8(ascii: ":")
      case UInt8(ascii: " "), UInt8(ascii: "\t"): nil
      case _ where brackets.contains(byte): nil
      default: byte
      }
    }
    guard let time = CueTime(plain), !time.isOutOfRange, !time.isNegative else { return nil }
    return time.time
  }

  private func blanks(before offset: Int) -> Int {
    var start = offset
    while start > 0, Ascii.isBlank(reading.text.bytes[start - 1]) { start -= 1 }
    return start
  }

  /// The blank lines with the end of the last one.
  private var wholeLines: Range<Int> {
    let text = reading.text
    let first = text.lineStarts[text.line(at: range.lowerBound)]
    let last = range.isEmpty ? range.lowerBound : range.upperBound - 1
    return first..<text.range(ofLine: text.line(at: last)).upperBound
  }

  /// `<laughs>` was meant to be read.
  private var bracketed: [Edit] {
    let inside = reading.text.string((range.lowerBound + 1)..<(range.upperBound - 1))
    return [Edit(range, inside.hasPrefix("/") ? "" : "[\(inside)]")]
  }

  private var closing: [Edit]? {
    guard let words = reading.blocks.parts(of: block).last(where: { $0.kind == .words }) else { return nil }
    let end = reading.range(of: words, in: block).upperBound
    let name = reading.text.string((range.lowerBound + 1)..<range.upperBound).prefix { $0.isLetter }
    return [Edit(end..<end, "</\(name)>")]
  }
}

private let brackets = ByteSet("[](){}")
