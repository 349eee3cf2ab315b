import SourceText
import Transcript

/// A speaker label with its colon at the beginning of a stretch.
struct Label {
  var name: Range<Int>
  /// Where the text behind it begins.
  var end: Int
  /// What is wrong about the colon, and where.
  var fault: (fault: Fault, range: Range<Int>)?

  /// How long a label may be, in bytes; what is longer is a sentence with a colon in it.
  static let longest = 60

  private static let notInName = ByteSet("[]{}<>*_#|\"=/\\@!?;")

  init?(_ lines: LineCursor, at range: Range<Int>) {
    let window = range.prefix(Self.longest + 2)
    guard let colon = window.first(where: { lines[$0] == UInt8(ascii: ":") }) else { return nil }
    name = lines.trimmed(range.lowerBound..<colon)
    end = colon + 1
    if name.isEmpty {
      fault = (.labelEmpty, colon..<(colon + 1))
      return
    }
    guard Self.isName(lines, name) else { return nil }
    if end < range.upperBound, !lines.isSpace(lines[end]), !Self.isUnbreakingSpace(lines, end..<range.upperBound) {
      // A digit or a slash behind a colon is a time or an address.
      guard Self.isLetter(lines[end]) || lines[end] == UInt8(ascii: "[") else { return nil }
      fault = (.labelNoSpaceAfterColon, name.lowerBound..<end)
    } else if name.upperBound < colon {
      fault = (.labelSpaceBeforeColon, name.lowerBound..<end)
    }
  }

  /// Whether a stretch begins with a blank at which no line ends (U+00A0, U+202F).
  private static func isUnbreakingSpace(_ lines: LineCursor, _ range: Range<Int>) -> Bool {
    lines.begins(range, with: "\u{A0}") || lines.begins(range, with: "\u{202F}")
  }

  /// Whether a stretch can be somebody's name: it begins with a letter, and has neither brackets nor the end of a
  /// sentence in it. An initial or a title may have its full stop.
  private static func isName(_ lines: LineCursor, _ name: Range<Int>) -> Bool {
    guard isLetter(lines[name.lowerBound]), name.count <= longest else { return false }
    var wordStart = name.lowerBound
    for index in name {
      let byte = lines[index]
      if notInName.contains(byte) { return false }
      if lines.isSpace(byte) {
        let endsSentence = lines[index - 1] == UInt8(ascii: ".") && index - wordStart > 4
        if endsSentence { return false }
        wordStart = index + 1
      }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }
}
