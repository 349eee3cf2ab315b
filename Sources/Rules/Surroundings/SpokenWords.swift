import SourceText
import Transcript

/// The words of a text as numbers, so that two notations can be compared. Case, punctuation and quotes do not count.
struct SpokenWords {
  private(set) var hashes: [UInt64] = []
  /// In bytes of the text.
  private(set) var ranges: [Range<Int>] = []

  /// The words of a segment, without tags, and with what references and escapes stand for.
  init(_ reading: Reading, _ block: Int) {
    for part in reading.blocks.parts(of: block) where part.kind == .words {
      let range = reading.range(of: part, in: block)
      reading.text.bytes.withUnsafeBufferPointer { bytes in
        Scalar.forEachRun(in: bytes, range, part.quoting) { run in
          switch run {
          case .literal(let range): read(bytes, range) { $0 }
          case .decoded(let decoded, let range):
            decoded.withUnsafeBufferPointer {
              read($0, $0.indices) { $0.lowerBound == 0 ? range : range.upperBound..<range.upperBound }
            }
          }
        }
      }
      end()
    }
  }

  private var hash = FNV1a()
  /// Where the word stands that is read, in bytes of the text.
  private var word: Range<Int>?

  /// - Parameter place: where some of the bytes stand in the text.
  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at place: (Range<Int>) -> Range<Int>
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let isPunctuation = byte == 0xE2 && index + 2 < range.upperBound && bytes[index + 1] == 0x80
      let isApostrophe = byte == UInt8(ascii: "'") || isPunctuation && (0x98...0x99).contains(bytes[index + 2])
      let next = index + (isPunctuation ? 3 : 1)
      if isApostrophe {
        // “Don’t” is one word, however its apostrophe is written.
        if let word { self.word = word.lowerBound..<place(index..<next).upperBound }
      } else if !isPunctuation, Self.isLetter(byte) {
        hash.combine(UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
        let place = place(index..<next)
        word = (word?.lowerBound ?? place.lowerBound)..<place.upperBound
      } else {
        end()
      }
      index = next
    }
  }

  private mutating func end() {
    guard let word else { return }
    hashes.append(hash.value)
    ranges.append(word)
    (hash, self.word) = (FNV1a(), nil)
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
