extension TextEncoding {
  /// A text in UTF-8, or the place at which its bytes are none of the encoding.
  public enum Decoded: Sendable, Equatable {
    case text([UInt8])
    /// In bytes of the file.
    case invalid(at: Int)
  }

  /// Reads a file. A byte order mark of UTF-16 is left out; one of UTF-8 is part of the text.
  public func decode(_ bytes: [UInt8]) -> Decoded {
    switch self {
    case .utf8:
      if let offset = bytes.withUnsafeBufferPointer(firstInvalidUTF8) { return .invalid(at: offset) }
      return .text(bytes)
    case .utf16LittleEndian, .utf16BigEndian: return decodeUTF16(bytes)
    case .windows1250, .windows1251, .windows1252, .gb2312: return decodeBytes(bytes)
    }
  }

  private func decodeUTF16(_ bytes: [UInt8]) -> Decoded {
    let mark = byteOrderMark
    let start = bytes.starts(with: mark) ? mark.count : 0
    let high = self == .utf16LittleEndian ? 1 : 0
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    var offset = start
    func unit(_ offset: Int) -> UInt16? {
      guard offset + 1 < bytes.count else { return nil }
      return UInt16(bytes[offset + high]) << 8 | UInt16(bytes[offset + 1 - high])
    }
    while offset < bytes.count {
      guard let first = unit(offset) else { return .invalid(at: offset) }
      var value = UInt32(first)
      if UTF16.isLeadSurrogate(first) {
        guard let second = unit(offset + 2), UTF16.isTrailSurrogate(second) else { return .invalid(at: offset) }
        value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF
        offset += 2
      }
      guard let scalar = Unicode.Scalar(value) else { return .invalid(at: offset) }
      text.append(scalar)
      offset += 2
    }
    return .text(text)
  }

  private func decodeBytes(_ bytes: [UInt8]) -> Decoded {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var offset = 0
    while offset < bytes.count {
      guard let (scalar, length) = scalar(in: bytes, at: offset) else { return .invalid(at: offset) }
      text.append(scalar)
      offset += length
    }
    return .text(text)
  }

  /// The character at a place and how many bytes it has, in an encoding that begins each with a byte of its own.
  func scalar(in bytes: [UInt8], at offset: Int) -> (Unicode.Scalar, length: Int)? {
    let byte = bytes[offset]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    if let codePage { return codePage.scalar(byte).map { ($0, 1) } }
    guard offset + 1 < bytes.count else { return nil }
    return GB2312.table.scalar(byte, bytes[offset + 1]).map { ($0, 2) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { append(UInt8(scalar.value)) } else { append(contentsOf: UTF8.encode(scalar)!) }
  }
}
