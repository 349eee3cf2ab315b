import SourceText
import Transcript

/// A time, a label, or both, each on a line of its own, that should have begun a turn but was read as spoken words.
struct StrayLabel {
  var time: Time?
  var speaker: String?
  /// The words behind them in the same text.
  var rest: String

  /// - Parameter isKnown: whether a text is a known label.
  init?(_ text: String, isKnown: (String) -> Bool) {
    var lines = text.split { $0.isNewline }.map(trimmed).filter { !$0.isEmpty }[...]
    if let first = lines.first, let time = Self.time(first) {
      self.time = time
      lines.removeFirst()
    } else if let first = lines.first, let blank = first.firstIndex(of: " "), let time = Self.time(first[..<blank]),
      isKnown(Self.label(first[blank...]))
    {
      self.time = time
      lines[lines.startIndex] = first[blank...]
    }
    if let first = lines.first, isKnown(Self.label(first)) {
      speaker = Self.label(first)
      lines.removeFirst()
    }
    // A label that was meant as a heading may be underlined.
    if let first = lines.first, isUnderline(first) { lines.removeFirst() }
    guard time != nil || speaker != nil else { return nil }
    rest = lines.joined(separator: " ")
  }

  /// A time, perhaps in brackets, perhaps with a blank inside: `17: 10`.
  private static func time(_ text: Substring) -> Time? {
    var digits = text.utf8.filter { $0 != 0x20 }
    if let first = digits.first, first == UInt8(ascii: "(") || first == UInt8(ascii: "["), digits.count > 2 {
      digits = Array(digits[1..<(digits.count - 1)])
    }
    guard case .time(let stamp) = Timestamp.read(digits) else { return nil }
    return stamp.time
  }

  private static func label(_ text: Substring) -> String {
    let text = trimmed(text)
    return String(text.last == ":" ? text.dropLast() : text)
  }
}

/// Whether a text is a line under the one above it: `====`.
func isUnderline(_ text: Substring) -> Bool {
  guard let mark = text.first, "=-_~*".contains(mark) else { return false }
  return text.allSatisfy { $0 == mark }
}

/// A text without white space at its ends.
func trimmed(_ text: Substring) -> Substring {
  var text = text.drop(while: \.isWhite)
  while text.last?.isWhite == true { text.removeLast() }
  return text
}
