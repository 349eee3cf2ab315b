import SourceText
import Transcript

/// The words of a text as numbers, so that two notations can be compared. Case, punctuation and quotes do not count.
struct SpokenWords {
  private(set) var hashes: [UInt64] = []
  /// In bytes of the text.
  private(set) var ranges: [Range<Int>] = []

  /// The words of a segment.
  init(_ reading: Reading, _ block: Int) {
    for part in reading.blocks.parts(of: block) where part.kind == .words {
      read(reading.range(of: part, in: block), in: reading.text)
    }
  }

  private mutating func read(_ range: Range<Int>, in text: Text) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var hash = FNV1a()
      var start: Int?
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        let isPunctuation = byte == 0xE2 && index + 2 < range.upperBound && bytes[index + 1] == 0x80
        let isApostrophe =
          byte == UInt8(ascii: "'") || isPunctuation && (0x98...0x99).contains(bytes[index + 2])
        if isApostrophe {
          // “Don’t” is one word, however its apostrophe is written.
        } else if !isPunctuation, Self.isLetter(byte) {
          if start == nil { start = index }
          hash.combine(UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
        } else if let begin = start {
          append(hash.value, begin..<index)
          (hash, start) = (FNV1a(), nil)
        }
        index += isPunctuation ? 3 : 1
      }
      if let begin = start { append(hash.value, begin..<range.upperBound) }
    }
  }

  private mutating func append(_ hash: UInt64, _ range: Range<Int>) {
    hashes.append(hash)
    ranges.append(range)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  /// One number for words in a row.
  static func hash(of hashes: some Sequence<UInt64>) -> UInt64 {
    var hash = FNV1a()
    for word in hashes { hash.combine(word) }
    return hash.value
  }
}
