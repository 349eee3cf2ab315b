import SourceText

/// A run of characters that are the bytes of UTF-8, each read as a letter of another encoding.
struct Mojibake {
  /// In bytes of the passage.
  var range: Range<Int>
  /// What was meant.
  var meant: String
}

extension Passage {
  /// The damaged parts of a passage, in order.
  var mojibake: [Mojibake] {
    // Each damaged letter begins with Â, Ã, â or ð (Windows-1252), or with ¬, √ or ‚ (Mac OS Roman).
    guard bytes.indices.dropLast().contains(where: { bytes[$0] >= 0x80 && mayBegin(bytes, $0) }) else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    // Where invalid bytes were replaced, the offsets no longer fit.
    guard text.utf8.count == bytes.count else { return [] }
    let scalars = Array(text.unicodeScalars)
    var found: [Mojibake] = []
    var offset = 0
    var index = 0
    while index < scalars.count {
      guard let letter = damagedLetter(scalars[index...]) else {
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
    return found.map { Mojibake(range: $0.range, meant: repaired($0.meant)) }
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

/// A text that was damaged twice is repaired twice.
private func repaired(_ text: String) -> String {
  var text = text
  while true {
    let scalars = Array(text.unicodeScalars)
    guard let letter = damagedLetter(scalars[...]), letter.count == scalars.count else { return text }
    text = String(letter.meant)
  }
}

/// The letter that the first scalars stand for, and how many scalars that are.
private func damagedLetter(_ scalars: ArraySlice<Unicode.Scalar>) -> (meant: Unicode.Scalar, count: Int)? {
  guard let first = scalars.first, first.value >= 0x80 else { return nil }
  for encoding in [windows1252, macRoman] {
    guard let lead = encoding.byte(first) else { continue }
    let count =
      switch lead {
      case 0xC2, 0xC3: 2
      case 0xE2, 0xEF: 3
      case 0xF0: 4
      default: 0
      }
    guard count > 0, scalars.count >= count else { continue }
    let bytes = scalars.prefix(count).compactMap(encoding.byte)
    guard bytes.count == count, bytes.dropFirst().allSatisfy({ (0x80...0xBF).contains($0) }) else { continue }
    // A capital followed by an apostrophe or a closing quotation mark may be just that.
    let isQuoted = count == 2 && encoding.isLatin && (0x91...0x94).contains(bytes[1])
    if isQuoted, bytes[1] == 0x92 || !(scalars.dropFirst(2).first?.properties.isAlphabetic ?? false) { continue }
    guard let text = String(validating: bytes, as: UTF8.self), let meant = text.unicodeScalars.first,
      meant.properties.generalCategory != .unassigned, meant.value >= 0xA0
    else { continue }
    return (meant, count)
  }
  return nil
}

/// An encoding of one byte for each letter.
private struct CodePage {
  private let bytes: [Unicode.Scalar: UInt8]
  /// Whether letters that are not in the table are those of Latin 1.
  let isLatin: Bool

  /// - Parameter letters: those of the bytes from 80 on, in order.
  init(_ letters: String, isLatin: Bool) {
    bytes = Dictionary(zip(letters.unicodeScalars, UInt8(0x80)...0xFF)) { first, _ in first }
    self.isLatin = isLatin
  }

  func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    bytes[scalar] ?? (isLatin && (0x80...0xFF).contains(scalar.value) ? UInt8(scalar.value) : nil)
  }
}

/// Windows-1252. What it leaves out is read as Latin 1, as browsers do.
private let windows1252 = CodePage(
  "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ", isLatin: true)

private let macRoman = CodePage(
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
    + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ", isLatin: false)
