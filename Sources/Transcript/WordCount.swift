import SourceText

/// The number of spoken words in a range of a text.
func wordCount(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ quoting: Quoting) -> Int {
  let source = UnsafeBufferPointer(rebasing: bytes[range])
  // Line ends separate words as blanks do, so only the marks of cues need more work.
  guard quoting.isCue, bytes.first("<", "&", "{", in: range) != nil else { return wordCount(source) }
  var decoded: [UInt8] = []
  decoded.reserveCapacity(range.count)
  CueText.forEachRun(in: bytes, range, quoting) { run in
    switch run {
    case .literal(let literal): decoded += bytes[literal]
    case .decoded(let bytes, _): decoded += bytes
    }
  }
  return decoded.withUnsafeBufferPointer(wordCount)
}

/// The number of words in a text. Words are separated by white space (Unicode, `White_Space`).
func wordCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var count = 0
  var wasWord = false
  var index = 0
  // Eight bytes of ASCII at a time. Adding 0x5F sets the high bit of each byte above the blank. A word begins where that bit
  // is set and the bit of the byte before is not.
  func take(_ eight: UInt64) {
    let isWord = (eight &+ 0x5F5F_5F5F_5F5F_5F5F) & 0x8080_8080_8080_8080
    let begins = (isWord & ~(isWord << 8 | (wasWord ? 0x80 : 0))) >> 7
    // The product adds up the eight bytes, each 0 or 1, in the highest one.
    count += Int((begins &* 0x0101_0101_0101_0101) >> 56)
    wasWord = isWord >> 63 != 0
    index += 8
  }
  while index < bytes.count {
    while index + 8 <= bytes.count {
      let eight = UInt64(
        littleEndian: UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if eight & 0x8080_8080_8080_8080 != 0 { break }
      take(eight)
    }
    guard index < bytes.count else { break }
    if index + 8 > bytes.count, let last = bytes.eight(at: index), last & 0x8080_8080_8080_8080 == 0 {
      take(last)
      break
    }
    let blank = blankLength(bytes, index)
    if blank == 0, !wasWord { count += 1 }
    wasWord = blank == 0
    index += max(1, blank)
  }
  return count
}

/// The length of the white space at `index`, in bytes; 0 where there is none.
private func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
  let byte = bytes[index]
  if byte <= 0x20 { return 1 }
  guard byte >= 0xC2, index + 1 < bytes.count else { return 0 }
  let second = bytes[index + 1]
  if byte == 0xC2 { return second == 0xA0 || second == 0x85 ? 2 : 0 }
  guard index + 2 < bytes.count else { return 0 }
  switch (byte, second, bytes[index + 2]) {
  case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
    (0xE3, 0x80, 0x80):
    return 3
  default: return 0
  }
}
