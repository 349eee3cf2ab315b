/// A set of ASCII characters. `contains` takes a shift and a mask, so it is fast enough to be called for each byte.
public struct ByteSet: Sendable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  public init(_ characters: StaticString) {
    self.init(UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount))
  }

  /// The ASCII characters among some bytes.
  @inlinable
  public init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where byte < 128 { insert(byte) }
  }

  @inlinable
  public init() {}

  /// Adds an ASCII character.
  @inlinable
  public mutating func insert(_ byte: UInt8) {
    precondition(byte < 128)
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }

  @inlinable
  public func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low & (1 << UInt64(byte)) != 0 : byte < 128 && high & (1 << UInt64(byte & 63)) != 0
  }

  public var isEmpty: Bool { low | high == 0 }

  /// Whether no character is in both sets.
  public func isDisjoint(with other: ByteSet) -> Bool { low & other.low == 0 && high & other.high == 0 }

  public func isSubset(of other: ByteSet) -> Bool { low & ~other.low == 0 && high & ~other.high == 0 }
}
