extension UnsafeBufferPointer<UInt8> {
  /// The first byte of a range that is one of three characters of ASCII.
  ///
  /// - Parameter orControl: whether it may also be one below the blank: an end of line, a tab.
  @inlinable
  public func first(
    _ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar, orControl: Bool = false, in range: Range<Int>
  ) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = (UInt8(ascii: a), UInt8(ascii: b), UInt8(ascii: c))
    let many = (UInt64(wanted.0) &* ones, UInt64(wanted.1) &* ones, UInt64(wanted.2) &* ones)
    let least: UInt8 = orControl ? 0x20 : 0
    var index = range.lowerBound
    // Compares eight bytes at a time: a byte of the difference is zero if the bytes are equal.
    while index + 8 <= range.upperBound {
      let eight = UnsafeRawPointer(baseAddress! + index).loadUnaligned(as: UInt64.self)
      let (isA, isB, isC) = (eight ^ many.0, eight ^ many.1, eight ^ many.2)
      let isBelow = (eight &- UInt64(least) &* ones) & ~eight
      let found = (isA &- ones) & ~isA | (isB &- ones) & ~isB | (isC &- ones) & ~isC | isBelow
      if found & (ones << 7) != 0 { break }
      index += 8
    }
    while index < range.upperBound {
      let byte = self[index]
      if byte == wanted.0 || byte == wanted.1 || byte == wanted.2 || byte < least { return index }
      index += 1
    }
    return nil
  }

  /// How often a byte stands in a range.
  @inlinable
  public func count(of byte: UInt8, in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var count = 0
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let eight = UnsafeRawPointer(baseAddress! + index).loadUnaligned(as: UInt64.self) ^ UInt64(byte) &* ones
      // The high bit of each byte that is zero, and of no other.
      let isEqual = ~((eight & ~(ones << 7) &+ ones &* 0x7F) | eight) & (ones << 7)
      // The product adds up the eight bytes, each 0 or 1, in the highest one.
      count += Int(((isEqual >> 7) &* ones) >> 56)
      index += 8
    }
    while index < range.upperBound {
      if self[index] == byte { count += 1 }
      index += 1
    }
    return count
  }

  /// The eight bytes from an offset on, the first one lowest, with zeros behind the last; nil where there are less than eight in
  /// all.
  @inlinable
  public func eight(at offset: Int) -> UInt64? {
    precondition(offset >= 0 && offset < count)
    guard count >= 8 else { return nil }
    let start = Swift.min(offset, count - 8)
    let eight = UnsafeRawPointer(baseAddress!).loadUnaligned(fromByteOffset: start, as: UInt64.self)
    return UInt64(littleEndian: eight) >> UInt64((offset - start) * 8)
  }
}
