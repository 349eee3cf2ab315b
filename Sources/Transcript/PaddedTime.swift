/// A time as nearly all cues have it, `01:02:03.004`: two digits of hours, minutes and seconds, and three of a fraction.
///
/// It is told by its shape, all twelve bytes at once; other spellings are read byte by byte.
public struct PaddedTime: Sendable {
  /// How long it is, in bytes.
  public static let length = 12

  public let milliseconds: Int
  /// What stands before the fraction: a point or a comma.
  public let decimalMark: UInt8

  /// Reads the twelve bytes from `offset` on; nil where they are anything else, or a field is out of range.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0) {
    guard offset >= 0, bytes.count - offset >= Self.length else { return nil }
    let start = UnsafeRawPointer(bytes.baseAddress! + offset)
    // What is left of `00:00:00` is zero for a colon and the value for a digit.
    let clock =
      UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) ^ 0x3030_3A30_303A_3030
    let rest = UInt32(littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    let fraction = (rest >> 8) ^ 0x30_3030
    decimalMark = UInt8(truncatingIfNeeded: rest)
    // The sum sets the high bit of each digit above nine, and of each colon that is none.
    guard (clock | clock &+ 0x7676_7F76_767F_7676) & 0x8080_8080_8080_8080 == 0,
      (fraction | fraction &+ 0x76_7676) & 0x80_8080 == 0,
      decimalMark == UInt8(ascii: ".") || decimalMark == UInt8(ascii: ",")
    else { return nil }
    func digits(at place: UInt64) -> Int { Int(clock >> place & 0xF) &* 10 &+ Int(clock >> (place &+ 8) & 0xF) }
    let (hours, minutes, seconds) = (digits(at: 0), digits(at: 24), digits(at: 48))
    guard minutes < 60, seconds < 60 else { return nil }
    let thousandths =
      Int(fraction & 0xF) &* 100 &+ Int(fraction >> 8 & 0xF) &* 10 &+ Int(fraction >> 16 & 0xF)
    milliseconds = ((hours &* 60 &+ minutes) &* 60 &+ seconds) &* 1000 &+ thousandths
  }
}
