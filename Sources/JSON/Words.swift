/// Looks at eight bytes at a time. Bit tricks after "Bit Twiddling Hacks" (Anderson), "Determine if a word has a zero
/// byte". Only the first hit in a word is reliable, and only the first is used.
enum Words {
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  static let quotes: UInt64 = 0x2222_2222_2222_2222
  static let backslashes: UInt64 = 0x5C5C_5C5C_5C5C_5C5C
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// Sets the high bit of each byte that equals the byte of `pattern` at the same place.
  static func hits(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return (difference &- ones) & ~difference & highBits
  }

  /// The high bit of each byte below 0x20.
  static func controls(_ word: UInt64) -> UInt64 {
    (word &- 0x2020_2020_2020_2020) & ~word & highBits
  }

  /// Where the first hit is, 0 to 7.
  static func firstByte(_ hits: UInt64) -> Int { hits.trailingZeroBitCount / 8 }
}
