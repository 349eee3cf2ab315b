import SourceText

/// A run of characters that are the bytes of UTF-8, each read as a letter of another encoding.
struct Mojibake {
  /// In bytes of the passage.
  var range: Range<Int>
  /// The text that was meant.
  var meant: String
}

extension Passage {
  /// The damaged ranges of the passage, in order.
  func findMojibake() -> [Mojibake] {
    // Each damaged letter begins with Â, Ã, â or ð (Windows-1252), or with ¬, √ or ‚ (Mac OS Roman).
    guard bytes.indices.dropLast().contains(where: { bytes[$0] >= 0x80 && mayBegin(bytes, $0) }) else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    // If invalid bytes were replaced, the offsets in the text no longer match those in the bytes.
    guard text.utf8.count == bytes.count else { return [] }
    let scalars = Array(text.unicodeScalars)
    var found: [Mojibake] = []
    var offset = 0
    var index = 0
    while index < scalars.count {
      guard let letter = damagedLetter(scalars, index) else {
        offset += UTF8.width(scalars[index])
        index += 1
        continue
      }
      let length = scalars[index..<(index + letter.count)].reduce(0) { $0 + UTF8.width($1) }
      if let range = found.last?.range, range.upperBound == offset {
        found[found.count - 1].range = range.lowerBound..<(offset + length)
        found[found.count - 1].meant.unicodeScalars.append(letter.meant)
      } else {
        found.append(Mojibake(range: offset..<(offset + length), meant: String(letter.meant)))
      }
      offset += length
      index += letter.count
    }
    return found.map { Mojibake(range: $0.range, meant: fixed($0.meant)) }
  }
}

/// Whether one of those letters stands at `index`.
private func mayBegin(_ bytes: [UInt8], _ index: Int) -> Bool {
  switch (bytes[index], bytes[index + 1]) {
  case (0xC3, 0x82), (0xC3, 0x83), (0xC3, 0xA2), (0xC3, 0xB0), (0xC2, 0xAC): true
  case (0xE2, 0x80), (0xE2, 0x88): index + 2 < bytes.count && bytes[index + 2] == 0x9A
  default: false
  }
}

/// Fixes a text, twice if it was damaged twice.
private func fixed(_ text: String) -> String {
  var text = text
  // A damaged letter consists of at least two non-ASCII characters, so of at least four bytes.
  while text.utf8.count >= 4 {
    let scalars = Array(text.unicodeScalars)
    guard let letter = damagedLetter(scalars, 0), letter.count == scalars.count else { return text }
    text = String(letter.meant)
  }
  return text
}

/// The letter that was meant by the scalars from an index on, and how many scalars it takes.
private func damagedLetter(_ scalars: [Unicode.Scalar], _ index: Int) -> (meant: Unicode.Scalar, count: Int)? {
  guard scalars[index].value >= 0x80 else { return nil }
  return damagedLetter(scalars, index, windows1252) ?? damagedLetter(scalars, index, macRoman)
}

/// Nothing is allocated here, because a text in the wrong encoding calls this for each of its letters.
private func damagedLetter(
  _ scalars: [Unicode.Scalar], _ index: Int, _ encoding: MisreadEncoding
) -> (meant: Unicode.Scalar, count: Int)? {
  let lead = encoding.byte(scalars[index])
  let count =
    switch lead {
    case 0xC2, 0xC3: 2
    case 0xE2, 0xEF: 3
    case 0xF0: 4
    default: 0
    }
  guard count > 0, scalars.count >= index + count else { return nil }
  var value = UInt32(lead) & (0xFF >> UInt32(count + 1))
  for scalar in scalars[(index + 1)..<(index + count)] {
    let byte = encoding.byte(scalar)
    guard (0x80...0xBF).contains(byte) else { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  if count == 2, encoding.isLatin, case let second = encoding.byte(scalars[index + 1]), (0x91...0x94).contains(second) {
    // A capital letter with an apostrophe or a closing quotation mark behind it is not a damaged letter.
    let isLetterNext = index + 2 < scalars.count && scalars[index + 2].properties.isAlphabetic
    if second == 0x92 || !isLetterNext { return nil }
  }
  // A character that fits into three bytes of UTF-8 must not be written in four (RFC 3629, section 3).
  guard value >= (count == 4 ? 0x1_0000 : 0xA0), let meant = Unicode.Scalar(value), isAssigned(meant) else {
    return nil
  }
  return (meant, count)
}

/// Whether Unicode defines the character. It defines all of Latin, which most damaged letters belong to.
private func isAssigned(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x250 || scalar.properties.generalCategory != .unassigned
}

/// An encoding of one byte for each letter.
private struct MisreadEncoding {
  /// The byte of each scalar below 0x2300; 0 if it has none.
  private var near = [UInt8](repeating: 0, count: 0x2300)
  private var far: [Unicode.Scalar: UInt8] = [:]
  /// Whether scalars that are not in the table are read as Latin 1.
  let isLatin: Bool

  /// - Parameter letters: the letters of the bytes from 80 on, in order.
  init(_ letters: String, isLatin: Bool) {
    self.isLatin = isLatin
    if isLatin { for byte in UInt8(0x80)...0xFF { near[Int(byte)] = byte } }
    for (scalar, byte) in zip(letters.unicodeScalars, UInt8(0x80)...0xFF) {
      if scalar.value < near.count { near[Int(scalar.value)] = byte } else { far[scalar] = byte }
    }
  }

  /// The byte of a scalar, from 80 on; 0 if it has none.
  func byte(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < near.count ? near[Int(scalar.value)] : far[scalar] ?? 0
  }
}

/// Windows-1252. What it leaves out is read as Latin 1, as browsers do.
private let windows1252 = MisreadEncoding(
  "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ", isLatin: true)

private let macRoman = MisreadEncoding(
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
    + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ", isLatin: false)
