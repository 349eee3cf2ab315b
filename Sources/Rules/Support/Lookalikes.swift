extension Passage {
  /// Cyrillic letters that were typed by mistake: the only one in a word that is otherwise Latin, in a passage without
  /// Cyrillic words. Someone who mixes both on purpose (`PDFка`) also writes Cyrillic words.
  var lookalikes: [Range<Int>] {
    guard bytes.contains(where: isCyrillic) else { return [] }
    var found: [Range<Int>] = []
    var isMixed = false
    forEachWord { word, bytes in
      // A byte without the one that belongs to it is no letter.
      let letters = word.filter { letter in
        isCyrillic(bytes[letter]) && letter + 1 < word.upperBound && bytes[letter + 1] & 0xC0 == 0x80
      }
      guard let letter = letters.first else { return }
      if letters.count == 1, word.contains(where: { isLetter(bytes[$0]) }) {
        found.append(letter..<(letter + 2))
      } else {
        isMixed = true
      }
    }
    return isMixed ? [] : found
  }
}

/// Whether a byte begins a letter of U+0400 to U+04FF.
private func isCyrillic(_ byte: UInt8) -> Bool {
  (0xD0...0xD3).contains(byte)
}
