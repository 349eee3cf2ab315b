/// The letters and digits of a text, with ASCII in lower case. They are equal for texts that differ only in case,
/// blanks, quotes and punctuation.
struct Significant<Base: Sequence<UInt8>>: Sequence, IteratorProtocol {
  private var base: Base.Iterator

  init(_ base: Base) { self.base = base.makeIterator() }

  mutating func next() -> UInt8? {
    while let byte = base.next() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): return byte
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
      // Quotes, dashes and the ellipsis are U+2010 to U+203F: E2 80 and one more byte.
      case 0xE2:
        guard let second = base.next() else { return nil }
        _ = base.next()
        if second != 0x80 { return second }
      case 0x80...: return byte
      default: continue
      }
    }
    return nil
  }
}

extension Sequence<UInt8> {
  var significant: Significant<Self> { Significant(self) }
}
