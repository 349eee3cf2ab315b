import SourceText

/// A growing sequence of bytes.
///
/// The array is kept at its full length, and a separate count says how much is used. Each of the many short pieces of
/// JSON then costs only a store and a comparison; `Array.append` costs several times that.
@usableFromInline
struct ByteBuffer: Sendable {
  @usableFromInline var storage: [UInt8] = []
  @usableFromInline var count = 0

  @usableFromInline init() {}

  var bytes: ArraySlice<UInt8> { storage[..<count] }
  var capacity: Int { storage.count }

  mutating func clear() { count = 0 }

  @inlinable @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  @inlinable
  mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let base = source.baseAddress else { return }
    write(atMost: source.count) { target in
      target.update(from: base, count: source.count)
      return source.count
    }
  }

  /// `,"name":`
  @inlinable @inline(__always)
  mutating func append(name: StaticString, afterComma: Bool) {
    let length = name.utf8CodeUnitCount
    write(atMost: length + 4) { target in
      var at = target
      if afterComma {
        at.pointee = Ascii.comma
        at += 1
      }
      at.pointee = Ascii.quote
      (at + 1).update(from: name.utf8Start, count: length)
      at += length + 1
      at[0] = Ascii.quote
      at[1] = Ascii.colon
      return at + 2 - target
    }
  }

  @inlinable
  mutating func append(digitsOf value: Int) {
    write(atMost: Self.mostDigits) { Self.put(value, $0) - $0 }
  }

  /// Pieces of text with numbers between them, in one step.
  @inlinable @inline(__always)
  mutating func append(
    _ first: StaticString, _ a: Int, _ second: StaticString, _ b: Int, _ third: StaticString, _ c: Int,
    _ fourth: StaticString, _ d: Int, _ last: StaticString, afterComma: Bool
  ) {
    let length =
      first.utf8CodeUnitCount + second.utf8CodeUnitCount + third.utf8CodeUnitCount + fourth.utf8CodeUnitCount
      + last.utf8CodeUnitCount
    write(atMost: length + 4 * Self.mostDigits + 1) { target in
      var at = target
      if afterComma {
        at.pointee = Ascii.comma
        at += 1
      }
      at = Self.put(a, Self.put(first, at))
      at = Self.put(b, Self.put(second, at))
      at = Self.put(c, Self.put(third, at))
      at = Self.put(d, Self.put(fourth, at))
      return Self.put(last, at) - target
    }
  }

  /// Of any number, with its sign.
  @usableFromInline static let mostDigits = 20

  /// Writes a text and gives the place behind it.
  @inlinable @inline(__always)
  static func put(_ text: StaticString, _ target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    target.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    return target + text.utf8CodeUnitCount
  }

  /// Writes a number and gives the place behind it.
  @inlinable
  static func put(_ value: Int, _ target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    if 0..<10 ~= value {
      target.pointee = UInt8(truncatingIfNeeded: value) | 0x30
      return target + 1
    }
    var rest = value.magnitude
    var length = value < 0 ? 2 : 1
    var bound: UInt = 10
    while rest >= bound {
      length += 1
      let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
      if overflow { break }
      bound = next
    }
    for at in stride(from: length - 1, through: value < 0 ? 1 : 0, by: -1) {
      target[at] = UInt8(truncatingIfNeeded: rest % 10) | 0x30
      rest /= 10
    }
    if value < 0 { target[0] = Ascii.minus }
    return target + length
  }

  mutating func replace(at offset: Int, with replacement: some Sequence<UInt8>) {
    for (index, byte) in replacement.enumerated() { storage[offset + index] = byte }
  }

  /// Lets the body write at the end; it gives the number of bytes it wrote.
  @inlinable @inline(__always)
  mutating func write(atMost length: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(length)
    count += storage.withUnsafeMutableBufferPointer { body($0.baseAddress! + count) }
  }

  @inlinable @inline(__always)
  mutating func reserve(_ length: Int) {
    if count + length > storage.count { grow(to: count + length) }
  }

  @usableFromInline @inline(never)
  mutating func grow(to length: Int) {
    // Memory that is never touched costs nothing, so the buffer grows in large steps and is copied seldom. Bytes behind
    // `count` are never read.
    let size = max(256, length, storage.count * 8)
    storage = [UInt8](unsafeUninitializedCapacity: size) { grown, initialized in
      UnsafeMutableRawBufferPointer(grown).copyBytes(from: storage[..<count])
      initialized = size
    }
  }
}
