import SeededRandom
import SourceText
import Support
import Testing

struct PositionTests {
  // é is 2 bytes, 1 unit, 1 scalar; 🎙 is 4 bytes, 2 units, 1 scalar.
  let text = Text("é🎙x\r\nend")

  @Test(
    "A column counts bytes, UTF-16 units or scalars",
    arguments: [
      (PositionEncoding.utf8, [0, 2, 6, 7]), (.utf16, [0, 1, 3, 4]), (.utf32, [0, 1, 2, 3]),
    ])
  func columns(encoding: PositionEncoding, columns: [Int]) {
    for (offset, column) in zip([0, 2, 6, 7], columns) {
      #expect(text.position(of: offset, in: encoding) == Position(line: 0, column: column))
      #expect(text.offset(of: Position(line: 0, column: column), in: encoding) == offset)
    }
  }

  @Test(
    "The inside of a scalar means its start",
    arguments: [
      (PositionEncoding.utf8, 1, 0), (.utf8, 4, 2), (.utf16, 2, 2),
    ])
  func insideOfScalar(encoding: PositionEncoding, column: Int, offset: Int) {
    #expect(text.offset(of: Position(line: 0, column: column), in: encoding) == offset)
  }

  @Test(
    "A long line counts as its prefix does", arguments: ["plain ASCII all along the line", "seven é and 🎙, then more"])
  func longLine(line: String) {
    let text = Text("first\n\(line)\nlast")
    for index in line.unicodeScalars.indices {
      let before = line[..<index]
      let offset = 6 + before.utf8.count
      for (encoding, column) in [
        (PositionEncoding.utf8, before.utf8.count), (.utf16, before.utf16.count), (.utf32, before.unicodeScalars.count),
      ] {
        #expect(text.position(of: offset, in: encoding) == Position(line: 1, column: column))
        #expect(text.offset(of: Position(line: 1, column: column), in: encoding) == offset)
      }
    }
  }

  @Test(
    "What lies outside is clamped",
    arguments: [
      (Position(line: 0, column: 2_147_483_647), 7), (Position(line: 2_147_483_647, column: 0), 12),
      (Position(line: -1, column: 3), 0), (Position(line: 1, column: -5), 9), (Position(line: 1, column: 99), 12),
    ])
  func clamping(position: Position, offset: Int) {
    for encoding in PositionEncoding.allCases { #expect(text.offset(of: position, in: encoding) == offset) }
  }

  @Test("Between CR and LF means before CR; past the end means the end")
  func endOfLine() {
    #expect(text.position(of: 8, in: .utf16) == Position(line: 0, column: 4))
    #expect(text.position(of: 99, in: .utf16) == Position(line: 1, column: 3))
  }

  @Test("There and back is the same place, also in bytes that are no UTF-8", arguments: UInt64(1)...20)
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<60).map { _ in
      [0x61, 0x0A, 0x0D, 0xC3, 0xA9, 0xF0, 0x9F, 0x8E, 0x99, 0xFF].randomElement(using: &generator)! as UInt8
    }
    let text = Text(bytes)
    for encoding in PositionEncoding.allCases {
      for offset in 0...text.count {
        let position = text.position(of: offset, in: encoding)
        let back = text.offset(of: position, in: encoding)
        #expect(back <= offset)
        #expect(text.position(of: back, in: encoding) == position)
        for end in offset...text.count {
          let positions = text.positions(of: offset..<end, in: encoding)
          #expect(positions == position..<text.position(of: end, in: encoding))
        }
      }
    }
  }
}
