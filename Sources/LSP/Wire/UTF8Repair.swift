/// Valid UTF-8 out of any bytes.
enum UTF8Repair {
  /// Replaces what is not UTF-8 by U+FFFD, as `String(decoding:as:)` does. Valid bytes are only looked at.
  static func repair(_ bytes: inout [UInt8]) {
    guard !bytes.withUnsafeBufferPointer(isValid) else { return }
    bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Whether the bytes are UTF-8 (Unicode 16, table 3-7).
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let end = bytes.count
    var at = 0
    while at < end {
      if at + 8 <= end, Words.load(base + at) & Words.highBits == 0 {
        at += 8
        continue
      }
      let lead = base[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      guard let (length, second) = shape(lead), at + length <= end, second ~= base[at + 1] else { return false }
      for offset in 2..<max(2, length) where base[at + offset] & 0xC0 != 0x80 { return false }
      at += length
    }
    return true
  }

  /// How many bytes a character with this first byte has, and what its second may be.
  private static func shape(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
