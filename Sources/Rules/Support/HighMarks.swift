import SourceText
import Transcript

/// `?`, `!`, `:` and `;`: French has a blank before these marks, and other languages have none.
struct HighMarks {
  static let all = ByteSet("?!:;")
  private static let closing = ByteSet("\"')]*")

  /// How many of these marks stand behind a blank, and how many directly behind a word, in all spoken words.
  private(set) var spaced = 0
  private(set) var unspaced = 0

  /// Whether these blanks are French spacing: at least three marks, and two of three, have one.
  var areFrench: Bool { spaced >= 3 && spaced >= 2 * unspaced }

  init(_ reading: Reading) {
    reading.text.bytes.withUnsafeBufferPointer { bytes in
      for block in reading.blocks.indices {
        for part in reading.blocks.parts(of: block) where part.kind == .words || part.kind == .title {
          count(.init(rebasing: bytes[reading.range(of: part, in: block)]))
        }
      }
    }
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
    for index in bytes.indices.dropFirst() where Self.all.contains(bytes[index]) {
      // A mark in the middle of a word belongs to an address, a time or a smiley.
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      guard next <= 0x20 || next >= 0x80 || Self.closing.contains(next) else { continue }
      let before = bytes[..<index]
      if before.last == 0x20 || before.suffix(2).elementsEqual([0xC2, 0xA0]) || isThin(before.suffix(3)) {
        spaced += 1
      } else if let last = before.last, isAlphanumeric(last) || last >= 0x80 {
        unspaced += 1
      }
    }
  }

  /// Whether it is U+202F, or the thin space U+2009 that often replaces it.
  private func isThin(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.elementsEqual([0xE2, 0x80, 0xAF]) || bytes.elementsEqual([0xE2, 0x80, 0x89])
  }
}

extension Reading {
  /// The blocks in which one of the marks stands behind a blank, in order.
  ///
  /// It searches the whole text each time a document is opened or one of its times changes.
  var blocksWithSpacedMarks: [Int] {
    var found: [Int] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var place = 1
      while place < bytes.count {
        let end = min(place + 8, bytes.count)
        if end == place + 8, !holdsSpacedMark(bytes, from: place) {
          place = end
          continue
        }
        for place in place..<end where HighMarks.all.contains(bytes[place]) {
          guard bytes[place - 1] == 0x20 || bytes[place - 1] == 0x09, let block = blocks.index(at: place),
            block != found.last
          else { continue }
          found.append(block)
        }
        place = end
      }
    }
    return found
  }
}

/// Whether one of these marks may stand behind a blank in a group of eight bytes. All eight are tested in one step.
private func holdsSpacedMark(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> Bool {
  let start = UnsafeRawPointer(bytes.baseAddress!)
  let here = start.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  let ones: UInt64 = 0x0101_0101_0101_0101
  // Sets the high bit of each byte that is zero. Rarely it also sets that of a byte behind a zero.
  func zeros(_ eight: UInt64) -> UInt64 { (eight &- ones) & ~eight & (ones << 7) }
  // The codes of the colon and the semicolon differ in the last bit only.
  let marks = zeros(here ^ (ones &* 0x3F)) | zeros(here ^ (ones &* 0x21)) | zeros((here | ones) ^ (ones &* 0x3B))
  if marks == 0 { return false }
  let before = start.loadUnaligned(fromByteOffset: place - 1, as: UInt64.self)
  return marks & (zeros(before ^ (ones &* 0x20)) | zeros(before ^ (ones &* 0x09))) != 0
}
