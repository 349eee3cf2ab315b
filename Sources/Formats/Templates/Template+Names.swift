import SourceText
import Transcript

/// Labels that are not any name: in capitals, or some that are listed.
extension Template {
  /// Whether a name can be the label.
  func allows(_ name: Range<Int>, _ kind: Names, _ lines: LineCursor) -> Bool {
    switch kind {
    case .any: true
    case .capitals: isInCapitals(name, lines)
    case .listed: names.contains { isLike($0, name, lines) }
    }
  }

  /// A list may say `SPEAKER_#` for any digits.
  private func isLike(_ listed: String, _ name: Range<Int>, _ lines: LineCursor) -> Bool {
    var at = name.lowerBound
    for byte in listed.utf8 {
      if byte == UInt8(ascii: "#") {
        let digits = (at..<name.upperBound).prefix { lines.isDigit(lines[$0]) }
        guard !digits.isEmpty else { return false }
        at = digits.upperBound
      } else {
        guard at < name.upperBound, lines[at] == byte else { return false }
        at += 1
      }
    }
    return at == name.upperBound
  }

  /// Whether each word is in capitals, but for a title before the name and what stands in parentheses behind it.
  private func isInCapitals(_ name: Range<Int>, _ lines: LineCursor) -> Bool {
    var hasCapitals = false
    var at = name.lowerBound
    while at < name.upperBound {
      let word = (at..<name.upperBound).prefix { !lines.isSpace(lines[$0]) }
      guard let first = word.first else {
        at += 1
        continue
      }
      if lines[first] == UInt8(ascii: "(") { break }
      let isSmall = word.contains { (0x61...0x7A).contains(lines[$0]) }
      if isSmall {
        guard titles.contains(where: { lines.isWord(word, $0) }) else { return false }
      } else {
        hasCapitals = hasCapitals || word.contains { (0x41...0x5A).contains(lines[$0]) || lines[$0] >= 0x80 }
      }
      at = word.upperBound
    }
    return hasCapitals
  }
}

/// What may stand before a name in capitals, as minutes of parliaments have it.
private let titles: [StaticString] = [
  "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Hon", "Hon.", "The", "Sir", "Lord", "Lady", "Dame",
  "Professor", "Prof.", "Sen.", "Rep.", "Herr", "Frau", "de", "van", "von",
]
