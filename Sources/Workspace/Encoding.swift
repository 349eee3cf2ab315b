/// The encoding of a file, judged by its beginning.
enum Encoding {
  /// UTF-8, or an unknown encoding whose text may still be readable.
  case utf8
  case utf16
  /// Not a text: sound, a picture, a program, or a file with holes.
  case binary

  /// - Parameters:
  ///   - head: the first bytes of the file; an even number of them unless the file is shorter.
  ///   - mayHoldNUL: whether a NUL byte may be damage in a text.
  init(of head: ArraySlice<UInt8>, mayHoldNUL: Bool) {
    if Self.isUTF16(head) {
      self = .utf16
    } else if mayHoldNUL {
      self = head.count(where: Self.isControl) * 20 > head.count ? .binary : .utf8
    } else {
      // Git decides in the same way.
      self = head.contains(0) ? .binary : .utf8
    }
  }

  /// A control character that is neither white space nor the beginning of a sequence for terminals.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x08...0x0D).contains(byte) && byte != 0x1B
  }

  /// Whether the bytes are UTF-16: they begin with a byte order mark, or one byte of nearly every pair is zero, as it
  /// is in most languages.
  private static func isUTF16(_ head: ArraySlice<UInt8>) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) { return isText(head.dropFirst(2), high: 1) }
    if head.starts(with: [0xFE, 0xFF]) { return isText(head.dropFirst(2), high: 0) }
    let pairs = head.count / 2
    guard pairs >= 8 else { return false }
    let zeros = (first: countZeros(head, from: 0), second: countZeros(head, from: 1))
    if zeros.second == 0, zeros.first * 5 > pairs * 4 { return isText(head, high: 0) }
    if zeros.first == 0, zeros.second * 5 > pairs * 4 { return isText(head, high: 1) }
    return false
  }

  private static func countZeros(_ bytes: ArraySlice<UInt8>, from first: Int) -> Int {
    stride(from: bytes.startIndex + first, to: bytes.endIndex, by: 2).count { bytes[$0] == 0 }
  }

  /// Whether no pair is a control character or a surrogate without its other half. The last pair may be cut.
  private static func isText(_ bytes: ArraySlice<UInt8>, high: Int) -> Bool {
    var awaitsSurrogate = false
    for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
      let unit = UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
      let isLow = (0xDC00...0xDFFF).contains(unit)
      if isLow != awaitsSurrogate || unit < 0x20 && isControl(UInt8(unit)) || unit >= 0xFFFE { return false }
      awaitsSurrogate = (0xD800...0xDBFF).contains(unit)
    }
    return true
  }
}
