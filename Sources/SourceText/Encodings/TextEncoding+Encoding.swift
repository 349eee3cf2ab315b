extension TextEncoding {
  /// The bytes of a file, or the first character that the encoding does not have.
  public enum Encoded: Sendable, Equatable {
    case bytes([UInt8])
    /// - Parameter at: in bytes of the text.
    case missing(Unicode.Scalar, at: Int)
    /// The text is not UTF-8 from there on, in bytes.
    case invalid(at: Int)
  }

  /// Writes a text that is UTF-8. One in UTF-16 has a byte order mark, since nothing else says what it is; the mark of
  /// UTF-8 goes with it.
  public func encode(_ text: [UInt8]) -> Encoded {
    if let offset = text.withUnsafeBufferPointer(firstInvalidUTF8) { return .invalid(at: offset) }
    guard self != .utf8 else { return .bytes(text) }
    let mark = text.starts(with: Text.byteOrderMark) ? Text.byteOrderMark.count : 0
    var bytes = byteOrderMark
    bytes.reserveCapacity(text.count * 2)
    var offset = mark
    for scalar in String(decoding: text[mark...], as: UTF8.self).unicodeScalars {
      guard append(scalar, to: &bytes) else { return .missing(scalar, at: offset) }
      offset += UTF8.width(scalar)
    }
    return .bytes(bytes)
  }

  private func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
    switch self {
    case .utf8: bytes += UTF8.encode(scalar)!
    case .utf16LittleEndian:
      for unit in UTF16.encode(scalar)! { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    case .utf16BigEndian:
      for unit in UTF16.encode(scalar)! { bytes += [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)] }
    case .windows1250, .windows1251, .windows1252:
      guard let byte = codePage?.byte(scalar) else { return false }
      bytes.append(byte)
    case .gb2312:
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else {
        guard let pair = GB2312.table.pair(scalar) else { return false }
        bytes += [pair.lead, pair.trail]
      }
    }
    return true
  }
}
