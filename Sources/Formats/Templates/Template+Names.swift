import SourceText

/// Labels that are not any name: in capitals, or some that are listed.
extension Template {
  /// Whether a name can be the label.
  func allows(_ name: some RandomAccessCollection<UInt8>, _ kind: Names) -> Bool {
    switch kind {
    case .any: true
    case .capitals: isInCapitals(name)
    case .listed: names.contains { isLike($0, name) }
    }
  }

  /// Whether the template lists the labels that there are.
  var listsNames: Bool { !names.isEmpty }

  /// Whether a line that begins with a byte can begin with a label. Where labels are listed, their first letters tell.
  func mayBeginLabel(with byte: UInt8) -> Bool {
    guard let first = slots.first, first.names == .listed, first.before.isEmpty, (0x41...0x5A).contains(byte & 0xDF)
    else {
      return true
    }
    return names.contains { $0.utf8.first == byte }
  }

  /// Whether the form has a place for a label, and this one can stand there.
  func allows(_ name: String) -> Bool {
    slots.first { $0.field == .speaker }.map { allows(Array(name.utf8), $0.names) } ?? false
  }

  /// A list may say `SPEAKER_#` for any digits.
  private func isLike(_ listed: String, _ name: some RandomAccessCollection<UInt8>) -> Bool {
    var rest = name[...]
    for byte in listed.utf8 {
      if byte == UInt8(ascii: "#") {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return false }
        rest = rest[digits.endIndex...]
      } else {
        guard rest.popFirst() == byte else { return false }
      }
    }
    return rest.isEmpty
  }

  /// Whether each word is in capitals, but for a title before the name and what stands in parentheses behind it.
  private func isInCapitals(_ name: some RandomAccessCollection<UInt8>) -> Bool {
    var hasCapitals = false
    for word in name.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }) {
      if word.first == UInt8(ascii: "(") { break }
      if word.contains(where: { (0x61...0x7A).contains($0) }) {
        guard titles.contains(where: { $0.count == word.count && $0.elementsEqual(word) }) else { return false }
      } else {
        hasCapitals = hasCapitals || word.contains { (0x41...0x5A).contains($0) || $0 >= 0x80 }
      }
    }
    return hasCapitals
  }
}

/// What may stand before a name in capitals, as minutes of parliaments have it.
private let titles = [
  "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Hon", "Hon.", "The", "Sir", "Lord", "Lady", "Dame",
  "Professor", "Prof.", "Sen.", "Rep.", "Herr", "Frau", "de", "van", "von",
].map { Array($0.utf8) }
