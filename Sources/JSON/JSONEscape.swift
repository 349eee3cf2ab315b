import SourceText

/// Resolves the escapes of a JSON string.
public enum JSONEscape {
  /// Writes the decoded bytes to the target, at most as many as the source has. Returns their number and the place of
  /// the first escape that JSON does not allow.
  ///
  /// - Parameter allowsHalfPairs: whether half of a surrogate pair becomes U+FFFD instead of counting as a wrong
  ///   escape.
  static func resolve(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>, allowsHalfPairs: Bool
  ) -> (count: Int, fault: Range<Int>?) {
    guard let from = source.baseAddress, let to = target.baseAddress else { return (0, nil) }
    var read = 0
    var written = 0
    while read < source.count {
      // The target is never ahead of the source, so whole words fit.
      if read + 8 <= source.count {
        let word = Words.load(from + read)
        UnsafeMutableRawPointer(to + written).storeBytes(of: word, as: UInt64.self)
        let hit = Words.hits(word, Words.backslashes)
        let plain = hit == 0 ? 8 : Words.firstByte(hit)
        read += plain
        written += plain
        if hit == 0 { continue }
      }
      guard from[read] == Ascii.backslash else {
        to[written] = from[read]
        read += 1
        written += 1
        continue
      }
      guard read + 1 < source.count else { return (written, read..<source.count) }
      if let byte = single(from[read + 1]) {
        to[written] = byte
        read += 2
        written += 1
      } else if from[read + 1] == UInt8(ascii: "u"),
        let (scalar, length) = scalar(source, at: read), let scalar = scalar ?? (allowsHalfPairs ? "\u{FFFD}" : nil)
      {
        for byte in UTF8.encode(scalar)! {
          to[written] = byte
          written += 1
        }
        read += length
      } else {
        let length = from[read + 1] == UInt8(ascii: "u") ? 6 : 2
        return (written, read..<min(read + length, source.count))
      }
    }
    return (written, nil)
  }

  /// The scalar of `\uXXXX` or of a pair of them, nil for half a pair, and the length in the source.
  private static func scalar(_ source: UnsafeBufferPointer<UInt8>, at read: Int) -> (Unicode.Scalar?, length: Int)? {
    guard let unit = codeUnit(source, at: read) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
    guard unit < 0xDC00, read + 7 < source.count, source[read + 6] == Ascii.backslash,
      source[read + 7] == UInt8(ascii: "u"), let second = codeUnit(source, at: read + 6), second & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + second & 0x3FF)
    else { return (nil, 6) }
    return (scalar, 12)
  }

  private static func codeUnit(_ source: UnsafeBufferPointer<UInt8>, at read: Int) -> UInt32? {
    guard read + 6 <= source.count else { return nil }
    var unit: UInt32 = 0
    for byte in source[(read + 2)..<(read + 6)] {
      guard let digit = Ascii.hexadecimalValue(byte) else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  private static func single(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "n"): Ascii.newline
    case Ascii.quote, Ascii.backslash, UInt8(ascii: "/"): byte
    case UInt8(ascii: "t"): Ascii.tab
    case UInt8(ascii: "r"): Ascii.return
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
  }
}

extension JSONEscape {
  /// Converts a range of a decoded string to a range of the string as it is written, without its quotes.
  ///
  /// - Parameter source: the string as it is written, as a slice of the text; its indices are those of the result.
  public static func range(of decoded: Range<Int>, inString source: ArraySlice<UInt8>) -> Range<Int> {
    source.withUnsafeBufferPointer { buffer in
      var (at, count) = (0, 0)
      var start: Int?
      while at < buffer.count, count < decoded.upperBound {
        if count >= decoded.lowerBound, start == nil { start = at }
        let (length, bytes) = unit(buffer, at: at)
        at += length
        count += bytes
      }
      return (source.startIndex + (start ?? at))..<(source.startIndex + at)
    }
  }

  /// How long the byte or the escape at a place is, and how many bytes it stands for.
  private static func unit(_ source: UnsafeBufferPointer<UInt8>, at read: Int) -> (length: Int, bytes: Int) {
    guard source[read] == Ascii.backslash, read + 1 < source.count else { return (1, 1) }
    guard source[read + 1] == UInt8(ascii: "u"), let (scalar, length) = scalar(source, at: read) else { return (2, 1) }
    return (length, UTF8.encode(scalar ?? "\u{FFFD}")!.count)
  }
}
