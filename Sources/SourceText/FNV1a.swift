/// The 64-bit hash of Fowler, Noll and Vo. Unlike `Hasher`, it is the same in every run and on every machine.
///
/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm", FNV-1a.
public struct FNV1a: Sendable {
  @usableFromInline var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable
  public var value: UInt64 { hash }

  @inlinable
  public init() {}

  @inlinable
  public init(_ bytes: some Sequence<UInt8>) {
    combine(bytes)
  }

  @inlinable
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(UInt64(byte)) }
  }

  /// Adds a byte. A larger number may be added, too, if the hash is compared only with hashes made in the same way.
  @inlinable
  public mutating func combine(_ number: UInt64) {
    hash = (hash ^ number) &* 0x0000_0100_0000_01B3
  }

  /// The value in sixteen digits.
  public var hexadecimal: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
