/// The index of the first byte that is not part of a well-formed scalar (Unicode, table 3-7); nil if there is none.
public func firstInvalidUTF8(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var index = 0
  while index < bytes.count {
    // Nearly all of a transcript is ASCII: pass over it eight bytes at a time.
    while index + 8 <= bytes.count {
      let eight = UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if eight & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    guard index < bytes.count else { break }
    if index + 8 > bytes.count, let last = bytes.eight(at: index), last & 0x8080_8080_8080_8080 == 0 { break }
    let length = wellFormedLength(in: bytes, at: index)
    if length == 0 { return index }
    index += length
  }
  return nil
}

/// The length of the well-formed scalar at `index`, 0 where there is none.
func wellFormedLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  func continues(_ offset: Int, _ allowed: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    index + offset < bytes.count && allowed.contains(bytes[index + offset])
  }
  switch bytes[index] {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: return continues(1) ? 2 : 0
  case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
  case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
  case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
  case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
  case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
  case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
  default: return 0
  }
}
