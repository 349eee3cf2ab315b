import SeededRandom
import SourceText
import Support
import Testing

struct TextTests {
  @Test(
    "The ends of a line are exactly LF, CRLF and CR",
    arguments: [
      ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\r", [0, 2]), ("a\r\nb", [0, 3]), ("\r\r\n\n", [0, 1, 3, 4]),
      ("a\u{2028}b\u{85}c\u{0B}d", [0]),
    ])
  func lineStarts(text: String, starts: [Int]) {
    #expect(Text(text).lineStarts == starts)
  }

  @Test("Wherever they stand among other bytes, ends of line are found", arguments: UInt64(1)...20)
  func amongOtherBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ -> UInt8 in
        switch Int.random(in: 0..<12, using: &random) {
        case 0: 0x0A
        case 1: 0x0D
        case 2: UInt8.random(in: 0x00...0x20, using: &random)
        case 3: UInt8.random(in: 0x80...0xFF, using: &random)
        default: UInt8.random(in: 0x21...0x7F, using: &random)
        }
      }
      let starts = bytes.indices.filter {
        bytes[$0] == 0x0A || bytes[$0] == 0x0D && bytes.dropFirst($0 + 1).first != 0x0A
      }
      #expect(Text(bytes).lineStarts == [0] + starts.map { $0 + 1 }, "\(bytes)")
    }
  }

  @Test("After any edits the lines are those of a text read afresh", arguments: UInt64(1)...40)
  func editsKeepLines(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var text = Text("Ada: one\r\nBo: two\rCy: three\n\n")
    var expected = text.bytes
    for _ in 0..<200 {
      let edit = Edit.random(in: text, using: &generator)
      text.apply(edit)
      expected.replaceSubrange(edit.range, with: edit.replacement)
      #expect(text == Text(expected))
    }
  }

  @Test("An edit between CR and LF parts the line end, and joins it again")
  func partsAndJoins() {
    var text = Text("a\r\nb")
    text.apply(Edit(2..<2, "x"))
    #expect(text.lineStarts == [0, 2, 4])
    text.apply(Edit(2..<3, ""))
    #expect(text.lineStarts == [0, 3])
  }

  @Test("An edit past the end is cut there")
  func pastTheEnd() {
    var text = Text("abc")
    text.apply(Edit(2..<99, "x"))
    #expect(text.string(0..<99) == "abx")
  }

  @Test("A line's content leaves out its end", arguments: ["x\n", "x\r\n", "x\r", "x"])
  func content(text: String) {
    #expect(Text(text).content(ofLine: 0) == 0..<1)
  }

  @Test(
    "The first byte that is no UTF-8",
    arguments: [
      ([UInt8]("héllo 🎙 wörld, long enough for words".utf8), nil),
      ([0x61, 0xFF], 1), ([0xC3], 0), ([0x61, 0xE2, 0x82], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([UInt8](repeating: 0x61, count: 17) + [0x80], 17),
    ] as [([UInt8], Int?)])
  func validity(bytes: [UInt8], first: Int?) {
    #expect(bytes.withUnsafeBufferPointer { firstInvalidUTF8(in: $0) } == first)
    // The standard library is the second opinion.
    #expect((String(validating: bytes, as: UTF8.self) == nil) == (first != nil))
  }
}
