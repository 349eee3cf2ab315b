import SeededRandom
import SourceText
import Testing

/// Searches that take eight bytes at a time, against the same search byte by byte.
struct ByteSearchTests {
  /// Texts of any bytes, with many of those that are looked for.
  private static func texts(_ seed: UInt64, count: Int) -> [[UInt8]] {
    var generator = SeededGenerator(seed: seed)
    let near: [UInt8] = [
      0x00, 0x09, 0x0A, 0x1F, 0x20, 0x21, 0x25, 0x26, 0x27, 0x3B, 0x3C, 0x3D, 0x7A, 0x7B, 0xA6, 0xBC, 0xFF,
    ]
    return (0..<count).map { _ in
      let plain = UInt8.random(in: 0x61...0x7A, using: &generator)
      let rarity = Int.random(in: 1...12, using: &generator)
      return (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        Int.random(in: 0..<rarity, using: &generator) > 0
          ? plain
          : Bool.random(using: &generator)
            ? near.randomElement(using: &generator)! : .random(in: 0...255, using: &generator)
      }
    }
  }

  @Test("The first of three characters, with and without controls", arguments: [1, 2, 3] as [UInt64])
  func first(seed: UInt64) {
    for bytes in Self.texts(seed, count: 2_000) {
      for start in Set([0, bytes.count / 3, bytes.count]) {
        let range = start..<bytes.count
        bytes.withUnsafeBufferPointer { buffer in
          #expect(buffer.first("<", "&", "{", in: range) == range.first { [0x3C, 0x26, 0x7B].contains(bytes[$0]) })
          #expect(
            buffer.first("<", "&", "{", orControl: true, in: range)
              == range.first { [0x3C, 0x26, 0x7B].contains(bytes[$0]) || bytes[$0] < 0x20 })
        }
      }
    }
  }

  @Test("How often a byte stands in a range", arguments: [0x00, 0x20, 0x7B, 0x80, 0xFF] as [UInt8])
  func count(byte: UInt8) {
    for bytes in Self.texts(UInt64(byte), count: 2_000) {
      let range = (bytes.count / 4)..<bytes.count
      #expect(bytes.withUnsafeBufferPointer { $0.count(of: byte, in: range) } == bytes[range].count { $0 == byte })
    }
  }
}
