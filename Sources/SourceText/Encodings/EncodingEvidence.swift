/// What the bytes of a file say about its encoding, if they are not UTF-8.
///
/// Every byte means something in every one of the older encodings, so none of them can be read off a file. An encoding is
/// certain where the text makes sense in it and in none of the others: its letters are those of one language, capitals stand
/// where words begin, and no mark stands in the middle of a word. Whatever else it may be is left to the user.
struct EncodingEvidence {
  /// As much as decides is looked at, in bytes.
  private static let farthest = 1 << 18

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = Array(bytes.prefix(Self.farthest))
  }

  /// In which encodings the text makes sense; one that gives the same text as another is not named beside it.
  var plausible: [TextEncoding] {
    // No text has a NUL; characters of two and of four bytes do.
    guard bytes.contains(where: { $0 >= 0x80 }), !bytes.contains(0), !isDamagedUTF8 else { return [] }
    if isChinese { return [.gb2312] }
    if isCyrillic { return [.windows1251] }
    return latin
  }

  /// Whether it is UTF-8 in which some bytes were lost: characters of several bytes are more than accidents.
  private var isDamagedUTF8: Bool {
    var (whole, stray) = (0, 0)
    var offset = 0
    while offset < bytes.count {
      let length = bytes[offset] < 0x80 ? 1 : lengthOfScalar(at: offset)
      if length > 1 { whole += 1 } else if bytes[offset] >= 0x80 { stray += 1 }
      offset += max(1, length)
    }
    return whole > stray
  }

  /// How many bytes the character of UTF-8 at a place has; 0 where there is none.
  private func lengthOfScalar(at offset: Int) -> Int {
    let length =
      switch bytes[offset] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, offset + length <= bytes.count else { return 0 }
    return bytes[(offset + 1)..<(offset + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }

  // MARK: - Chinese

  /// The characters that are most frequent in Chinese; a third of all text consists of them.
  private static let frequent = Set(
    "的一是不了在人有我他这个们来到上大地为子中你说生国年着就那和要她出也得里后自以会天时去可对过下心多然都好".unicodeScalars)

  /// Korean and Japanese are stored in the same pairs of bytes. The pairs of Korean lie in the first half of the table, and
  /// those of Japanese are mostly kana.
  private var isChinese: Bool {
    var (hanzi, late, kana, frequent) = (0, 0, 0, 0)
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] >= 0x80 else {
        offset += 1
        continue
      }
      // What is looked at may end in the middle of a pair.
      guard offset + 1 < bytes.count else { return offset == Self.farthest - 1 && hanzi > 0 }
      guard let (scalar, _) = TextEncoding.gb2312.scalar(in: bytes, at: offset) else { return false }
      if bytes[offset] >= 0xB0 { hanzi += 1 }
      if bytes[offset] >= 0xC9 { late += 1 }
      if bytes[offset] == 0xA4 || bytes[offset] == 0xA5 { kana += 1 }
      if Self.frequent.contains(scalar) { frequent += 1 }
      offset += 2
    }
    return hanzi >= 8 && late * 5 >= hanzi && kana * 20 <= hanzi && frequent * 12 >= hanzi
  }

  // MARK: - Cyrillic

  /// Nearly half of all letters are one of the first, and few one of the others. Letters of other alphabets are stored in the
  /// same bytes and have other frequencies.
  private static let frequentLetters = Set("оеаинті".unicodeScalars)
  private static let rareLetters = Set("щъшфц".unicodeScalars)

  private var isCyrillic: Bool {
    let page = SingleByteEncoding.windows1251
    var (letters, marks, frequent, rare, capitalsInside, mixed) = (0, 0, 0, 0, 0, 0)
    var before: Unicode.Scalar = " "
    for byte in bytes {
      guard let scalar = page.scalar(byte) else { return false }
      if byte >= 0x80 {
        let properties = scalar.properties
        if properties.isAlphabetic {
          letters += 1
          if Self.frequentLetters.contains(scalar.lowercased) { frequent += 1 }
          if Self.rareLetters.contains(scalar.lowercased) { rare += 1 }
          if properties.isUppercase, before.properties.isLowercase { capitalsInside += 1 }
          if before.isASCII, before.properties.isAlphabetic { mixed += 1 }
        } else if !scalar.isQuoteOrDash {
          marks += 1
        }
      }
      before = scalar
    }
    return letters >= 8 && marks * 10 <= letters && frequent * 100 >= letters * 33 && rare * 100 <= letters * 9
      && capitalsInside * 250 <= letters
      && mixed * 20 <= letters
  }

  // MARK: - Latin

  private var latin: [TextEncoding] {
    let western = LatinReading(bytes, .windows1252, LanguageAlphabet.western)
    let central = LatinReading(bytes, .windows1250, LanguageAlphabet.central)
    switch (western, central) {
    case (nil, nil): return []
    case (.some, nil): return [.windows1252]
    case (nil, .some(let central)):
      // Where no letter tells the two apart, the languages of the west are as likely.
      return [central.isAmbiguous ? .windows1252 : .windows1250]
    case (.some(let western), .some(let central)):
      if western.isAmbiguous { return [.windows1252] }
      // The small words of a language tell which one it is.
      if western.words >= 3, western.words >= central.words * 3 { return [.windows1252] }
      if central.words >= 3, central.words >= western.words * 3 { return [.windows1250] }
      return western.words >= central.words ? [.windows1252, .windows1250] : [.windows1250, .windows1252]
    }
  }
}

/// A text as it reads in an encoding of the Latin alphabet, if it reads as a language.
private struct LatinReading {
  /// How many words of the language were found.
  private(set) var words = 0
  /// Whether Windows-1250 and Windows-1252 have the same characters for all of its bytes.
  private(set) var isAmbiguous = true

  init?(_ bytes: [UInt8], _ encoding: TextEncoding, _ languages: [LanguageAlphabet]) {
    guard let page = encoding.codePage else { return nil }
    var letters: [Unicode.Scalar: Int] = [:]
    var counts: [String: Int] = [:]
    var word = ""
    var beside = 0
    var before: Unicode.Scalar = " "
    var isMark = false
    func end() {
      if !word.isEmpty { counts[word, default: 0] += 1 }
      word = ""
    }
    for byte in bytes {
      guard let scalar = page.scalar(byte) else { return nil }
      let isLetter = scalar.properties.isAlphabetic && !scalar.isOrdinal
      if byte >= 0x80 {
        if SingleByteEncoding.windows1250.scalar(byte) != SingleByteEncoding.windows1252.scalar(byte) {
          isAmbiguous = false
        }
        if isLetter {
          letters[scalar.lowercased, default: 0] += 1
          if !before.isASCII, before.properties.isAlphabetic { beside += 1 }
          // A capital in the middle of a word.
          if scalar.properties.isUppercase, before.properties.isLowercase { return nil }
        }
      }
      // A mark in the middle of a word.
      if isLetter, isMark { return nil }
      isMark = byte >= 0x80 && !isLetter && !scalar.mayStandInWord && before.properties.isAlphabetic
      if isLetter { word.unicodeScalars.append(scalar.lowercased) } else { end() }
      before = scalar
    }
    end()
    let total = letters.values.reduce(0, +)
    // Words of nothing but such letters belong to another script.
    guard beside * 2 <= total else { return nil }
    var isLanguage = false
    for language in languages {
      let foreign = letters.reduce(0) { $0 + (language.letters.contains($1.key) ? 0 : $1.value) }
      // A name from elsewhere in many words is no wonder.
      guard foreign * 40 <= total else { continue }
      isLanguage = true
      words = max(words, counts.reduce(0) { $0 + (language.words.contains($1.key) ? $1.value : 0) })
    }
    guard isLanguage else { return nil }
  }
}

extension Unicode.Scalar {
  fileprivate var lowercased: Unicode.Scalar { properties.lowercaseMapping.unicodeScalars.first ?? self }

  fileprivate var isOrdinal: Bool { self == "ª" || self == "º" }

  fileprivate var isQuoteOrDash: Bool { "‘’‚“”„«»‹›–—…\u{A0}№".unicodeScalars.contains(self) }

  /// The apostrophe, the hyphen that shows only at the end of a line, the dot of Catalan, dashes and dots between words.
  fileprivate var mayStandInWord: Bool { "’\u{AD}·–—…".unicodeScalars.contains(self) }
}
