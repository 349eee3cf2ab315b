import SourceText
import Transcript

/// The place of the cursor, with what stands around it.
struct CompletionPlace {
  let reading: Reading
  /// In bytes of the text.
  let offset: Int
  /// The line of the cursor without its end.
  let line: Range<Int>
  /// The block in which the cursor stands; nil in an empty text.
  let block: Int?

  /// How many blocks above and below are searched for segments like the one that is typed.
  private static let reach = 200
  /// How much of a line before the cursor is looked at, in bytes.
  private static let longest = 300

  init(_ reading: Reading, _ offset: Int) {
    self.reading = reading
    self.offset = max(0, min(offset, reading.text.count))
    let line = reading.text.content(ofLine: reading.text.line(at: self.offset))
    self.line = line.lowerBound..<max(line.upperBound, self.offset)
    block = reading.blocks.index(at: self.offset)
  }

  /// The bytes of the line before the cursor; of a long line the last ones.
  var before: Range<Int> { max(line.lowerBound, offset - Self.longest)..<offset }

  /// Whether nothing but blanks stands behind the cursor on its line.
  var isAtEnd: Bool { reading.text.bytes[offset..<line.upperBound].allSatisfy { $0 <= 0x20 } }

  /// Whether nothing but blanks stands on the line above, or there is none.
  var isBelowBlank: Bool {
    let number = reading.text.line(at: line.lowerBound)
    return number == 0 || reading.text.bytes[reading.text.content(ofLine: number - 1)].allSatisfy { $0 <= 0x20 }
  }

  func byte(_ index: Int) -> UInt8 { reading.text.bytes[index] }

  /// The segments that begin above the line of the cursor, the nearest first.
  func above() -> [Int] {
    guard let block else { return [] }
    let first = reading.content(of: block).lowerBound < line.lowerBound ? block : block - 1
    return segments(stride(from: first, through: max(0, first - Self.reach), by: -1))
  }

  /// The segments that begin below the line of the cursor, the nearest first.
  func below() -> [Int] {
    guard let block else { return [] }
    return segments(stride(from: block + 1, to: min(reading.blocks.count, block + Self.reach), by: 1))
  }

  private func segments(_ blocks: StrideThrough<Int>) -> [Int] { blocks.filter(isSegment) }
  private func segments(_ blocks: StrideTo<Int>) -> [Int] { blocks.filter(isSegment) }

  private func isSegment(_ index: Int) -> Bool {
    reading.blocks.indices.contains(index) && reading.kind(of: index) == .segment
  }
}
