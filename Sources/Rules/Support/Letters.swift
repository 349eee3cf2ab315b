import SourceText

/// A letter of ASCII.
func isLetter(_ byte: UInt8) -> Bool {
  isLower(byte | 0x20)
}

func isLower(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte)
}

func isUpper(_ byte: UInt8) -> Bool {
  (0x41...0x5A).contains(byte)
}

func isDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte)
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte)
}

func lowercased(_ byte: UInt8) -> UInt8 {
  isUpper(byte) ? byte | 0x20 : byte
}

extension Passage {
  /// The words of a passage: letters and digits, with apostrophes inside. Non-ASCII letters belong to words; non-ASCII
  /// dashes, quotation marks and blanks do not.
  @inline(__always)
  func forEachWord(_ body: (Range<Int>, UnsafeBufferPointer<UInt8>) -> Void) {
    // A local copy, because each access to a global first checks whether it is initialised.
    let letters = wordBytes
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let gap = gapLength(bytes, index, letters)
        guard gap == 0 else {
          index += gap
          continue
        }
        let start = index
        while index < bytes.count {
          let gap = gapLength(bytes, index, letters)
          if gap > 0 {
            let next = index + gap
            let isInside =
              isApostrophe(bytes, index) && next < bytes.count && gapLength(bytes, next, letters) == 0
            guard isInside else { break }
            index = next
          } else {
            index += 1
          }
        }
        body(start..<index, bytes)
      }
    }
  }
}

private func isApostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  bytes[index] == UInt8(ascii: "'") || bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 2] == 0x99
}

/// How many bytes at `index` do not belong to a word; 0 for a letter or a digit.
@inline(__always)
private func gapLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ letters: ByteSet) -> Int {
  let byte = bytes[index]
  if byte < 0x80 { return letters.contains(byte) ? 0 : 1 }
  guard index + 1 < bytes.count else { return 0 }
  switch byte {
  // U+0080 to U+00BF, U+2000 to U+207F, U+3000 to U+303F: blanks and punctuation.
  case 0xC2: return 2
  case 0xE2 where bytes[index + 1] <= 0x81: return min(3, bytes.count - index)
  case 0xE3 where bytes[index + 1] == 0x80: return min(3, bytes.count - index)
  default: return 0
  }
}

private let wordBytes = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
