import SourceText

extension JSONReader {
  /// The name of a member. Nearly all names are plain and short enough to need no allocation.
  mutating func name() throws(JSONError) -> String {
    let start = at + 1
    let (close, hasEscapes, _) = try closingQuote(from: start)
    if hasEscapes { return String(decoding: try string(), as: UTF8.self) }
    at = close + 1
    return String(decoding: UnsafeBufferPointer(start: base + start, count: close - start), as: UTF8.self)
  }

  /// The bytes of the string that opens here, unescaped and valid UTF-8.
  ///
  /// The closing quote is looked for first, eight bytes at a time. Then the length is known, and the result is written
  /// once, in runs between escapes, so a text of 7 MB takes one allocation.
  mutating func string() throws(JSONError) -> [UInt8] {
    let start = at + 1
    let (close, hasEscapes, isASCII) = try closingQuote(from: start)
    let source = UnsafeBufferPointer(start: base + start, count: close - start)
    var bytes: [UInt8]
    if hasEscapes {
      var fault: Range<Int>?
      bytes = [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
        (count, fault) = JSONEscape.resolve(source, into: target, allowsHalfPairs: !dialect.isWrittenByHand)
      }
      if let fault { throw JSONError(start + fault.lowerBound..<start + fault.upperBound, "unknown escape") }
    } else {
      bytes = Array(source)
    }
    at = close + 1
    if !isASCII, bytes.withUnsafeBufferPointer({ firstInvalidUTF8(in: $0) }) != nil {
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    return bytes
  }

  private func closingQuote(from start: Int) throws(JSONError) -> (offset: Int, hasEscapes: Bool, isASCII: Bool) {
    var offset = start
    var hasEscapes = false
    var seen: UInt64 = 0
    while offset < end {
      while offset + 8 <= end {
        let word = Words.load(base + offset)
        let hit = Words.hits(word, Words.quotes) | Words.hits(word, Words.backslashes)
        // Bytes behind the hit belong to what follows. They can make an ASCII string look non-ASCII, but never the
        // reverse.
        seen |= word
        if hit != 0 {
          offset += Words.firstByte(hit)
          break
        }
        offset += 8
      }
      guard offset < end else { break }
      seen |= UInt64(base[offset])
      switch base[offset] {
      case Ascii.quote:
        if dialect.isWrittenByHand, endOfLine(from: start, to: offset) < offset { throw unclosed(from: start) }
        return (offset, hasEscapes, seen & Words.highBits == 0)
      case Ascii.backslash:
        hasEscapes = true
        offset += 2
      default: offset += 1
      }
    }
    throw unclosed(from: start)
  }

  private func unclosed(from start: Int) -> JSONError {
    guard dialect.isWrittenByHand else { return JSONError(start - 1..<end, "the string does not end") }
    return JSONError(start - 1..<endOfLine(from: start, to: end), "the string does not end on its line")
  }

  private func endOfLine(from start: Int, to limit: Int) -> Int {
    var offset = start
    while offset < limit, !Ascii.isLineEnd(base[offset]) { offset += 1 }
    return offset
  }
}
