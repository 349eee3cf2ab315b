import SeededRandom
import SourceText
import Testing

/// A line of any length: its columns are those that one gets by counting from its beginning.
struct LongLineTests {
  private static let pieces: [[UInt8]] = [
    Array("a plain stretch of words ".utf8), Array("é".utf8), Array("🎙".utf8), Array("中文".utf8), [0x80], [0xE2, 0x80],
    [0xF0, 0x9F], Array(repeating: 0x78, count: 700),
  ]

  private static func line(using generator: inout SeededGenerator) -> [UInt8] {
    var line: [UInt8] = []
    while line.count < 9_000 { line += pieces.randomElement(using: &generator)! }
    return line
  }

  /// Where the scalar begins that holds an offset, and in which column: by going through the line.
  private static func count(_ offset: Int, in line: [UInt8], _ encoding: PositionEncoding) -> (start: Int, column: Int)
  {
    var (place, column) = (0, 0)
    while place < line.count {
      let width = line[place] < 0xC2 ? 1 : line[place] < 0xE0 ? 2 : line[place] < 0xF0 ? 3 : 4
      let isWhole = place + width <= line.count && line[(place + 1)..<(place + width)].allSatisfy { $0 & 0xC0 == 0x80 }
      let length = isWhole ? width : 1
      if place + length > offset { break }
      column += encoding == .utf8 ? length : encoding == .utf16 && length == 4 ? 2 : 1
      place += length
    }
    return (place, column)
  }

  @Test("Columns of a long line are counted from its beginning", arguments: PositionEncoding.allCases)
  func columns(encoding: PositionEncoding) {
    var generator = SeededGenerator(seed: 11)
    var line = Self.line(using: &generator)
    var text = Text(Array("Bo: hello\n".utf8) + line + Array("\nthe end".utf8))
    for step in 0..<200 {
      let offset = Int.random(in: 0...line.count, using: &generator)
      let expected = Self.count(offset, in: line, encoding)
      #expect(text.position(of: 10 + offset, in: encoding) == Position(line: 1, column: expected.column))
      #expect(text.offset(of: Position(line: 1, column: expected.column), in: encoding) == 10 + expected.start)
      guard step % 10 == 9 else { continue }
      // What was known of the columns is not known after an edit.
      let piece = Self.pieces.randomElement(using: &generator)!
      line.insert(contentsOf: piece, at: expected.start)
      text.apply(Edit((10 + expected.start)..<(10 + expected.start), piece))
    }
  }
}
