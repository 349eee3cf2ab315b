extension Passage {
  /// Letters of Cyrillic by which somebody with two keyboards slipped: the only one in a word that is Latin otherwise, where
  /// no other word has any. Who mixes the two on purpose (`PDFка`) writes Cyrillic words as well.
  var lookalikes: [Range<Int>] {
    guard bytes.contains(where: isCyrillic) else { return [] }
    var found: [Range<Int>] = []
    var isMixed = false
    forEachWord { word, bytes in
      let letters = word.filter { isCyrillic(bytes[$0]) }
      guard let letter = letters.first else { return }
      if letters.count == 1, word.contains(where: { isLetter(bytes[$0]) }), letter + 1 < word.upperBound {
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
