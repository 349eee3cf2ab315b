import SourceText
import Transcript

/// The line of a cue that says from when to when it is shown, cut into its pieces. What a time may look like is for each
/// notation to say: a piece that is none is a piece nevertheless.
struct CueTimeLine {
  /// What stands where the start belongs, without the blanks around it.
  var start: Range<Int>
  /// `-->`.
  var arrow: Range<Int>
  /// What stands behind the arrow up to the next blank.
  var end: Range<Int>
  /// What stands behind the end, with the blanks before it.
  var rest: Range<Int>
}

extension LineCursor {
  /// The first `-->` in a line.
  func arrow(in line: Range<Int>) -> Range<Int>? {
    let bytes = self[line].base
    var index = min(line.lowerBound + 2, line.upperBound)
    while let point = bytes.first(">", ">", ">", in: index..<line.upperBound) {
      if bytes[point - 1] == UInt8(ascii: "-"), bytes[point - 2] == UInt8(ascii: "-") {
        return (point - 2)..<(point + 1)
      }
      index = point + 1
    }
    return nil
  }

  /// Cuts a line at its arrow.
  func cueTimeLine(_ line: Range<Int>, _ arrow: Range<Int>) -> CueTimeLine {
    let behind = (arrow.upperBound..<line.upperBound).drop { isCueSpace(self[$0]) }
    let end = behind.prefix { !isCueSpace(self[$0]) }
    return CueTimeLine(
      start: cueTrimmed(line.lowerBound..<arrow.lowerBound), arrow: arrow, end: end,
      rest: end.upperBound..<line.upperBound)
  }

  /// Without the white space at both ends.
  func cueTrimmed(_ range: Range<Int>) -> Range<Int> {
    var (begin, end) = (range.lowerBound, range.upperBound)
    while begin < end, isCueSpace(self[begin]) { begin += 1 }
    while begin < end, isCueSpace(self[end - 1]) { end -= 1 }
    return begin..<end
  }

  /// A blank, a tab, a form feed, or an end of line.
  func isCueSpace(_ byte: UInt8) -> Bool { Ascii.isBlank(byte) || byte == 0x0C || Ascii.isLineEnd(byte) }

  /// Whether a piece was meant as a time: digits with a colon between them, whatever else is wrong with it.
  func resemblesTime(_ piece: Range<Int>) -> Bool {
    guard piece.count <= 40, let colon = piece.first(where: { self[$0] == UInt8(ascii: ":") }) else { return false }
    return self[piece].contains(where: Ascii.isDigit) && colon < piece.upperBound
      && self[piece].allSatisfy { !Ascii.isLetter($0) }
  }
}
