import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// A change makes of a file of cues what it says, and nothing else; what does not change stays byte for byte.
struct CueChangeTests {
  private static let source = """
    1
    00:00:01.000 --> 00:00:02.500 X1:100 X2:600
    Ida: The <i>tide</i>
    is in.

    2
    00:00:03.000 --> 00:00:04.250
    And the boats are out.

    3
    00:00:05.000 --> 00:00:06.000
    Bo: All of them?

    """

  private func changed(_ source: String, _ changes: Change...) throws -> String? {
    let format = try #require(Notations.builtIn.format(named: "srt"))
    let reading = Document(Text(source), format: format).reading
    guard let edits = reading.edits(for: changes) else { return nil }
    var text = reading.text
    for edit in edits.reversed() { text.apply(edit) }
    return text.string(0..<text.count)
  }

  private func expect(_ old: String, _ new: String, _ changes: Change...) throws {
    let format = try #require(Notations.builtIn.format(named: "srt"))
    for end in ["\n", "\r\n"] {
      let source = Self.source.replacing("\n", with: end)
      let reading = Document(Text(source), format: format).reading
      let edits = try #require(reading.edits(for: changes), "\(changes)")
      var text = reading.text
      for edit in edits.reversed() { text.apply(edit) }
      let wanted = Self.source.replacing(old, with: new).replacing("\n", with: end)
      #expect(text.string(0..<text.count) == wanted, "\(changes)")
    }
  }

  @Test("Times keep their marks and digits, and what stands behind them")
  func times() throws {
    try expect("00:00:01.000 -->", "00:00:01.250 -->", .setStart(block: 0, Time(milliseconds: 1_250)))
    try expect("--> 00:00:02.500", "--> 01:00:02.500", .setEnd(block: 0, Time(milliseconds: 3_602_500)))
    try expect("2\n00:00:03", "7\n00:00:03", .setID(block: 1, "7"))
  }

  @Test("Labels and words change between tags and ends of lines, which stay")
  func words() throws {
    try expect("Ida: The", "Ines: The", .setSpeaker(block: 0, "Ines"))
    try expect("And the", "Bo: And the", .setSpeaker(block: 1, "Bo"))
    try expect("Bo: All", "All", .setSpeaker(block: 2, nil))
    try expect("tide", "sea", .setText(block: 0, 4..<8, "sea"))
    try expect("in.", "out.", .setText(block: 0, 12..<15, "out."))
  }

  @Test("Cues come, go, move, part and join")
  func structure() throws {
    try expect("2\n00:00:03.000 --> 00:00:04.250\nAnd the boats are out.\n\n", "", .remove(block: 1))
    try expect(
      "2.500 X1:100 X2:600\nIda: The <i>tide</i>\nis in.\n\n2\n00:00:03.000 --> 00:00:04.250\n",
      "4.250 X1:100 X2:600\nIda: The <i>tide</i>\nis in.\n", .join(block: 1, 0))
  }

  @Test("What would be read as something else is not written")
  func unsayable() throws {
    #expect(try changed(Self.source, .setText(block: 1, 0..<3, "a\n\n4\n00:00:08,000 --> 00:00:09,000\n")) == nil)
    #expect(try changed(Self.source, .setID(block: 1, "one")) == nil)
    #expect(try changed(Self.source, .setTitle(block: 1, "One")) == nil)
    #expect(try changed(Self.source, .setStart(block: 9, Time(seconds: 1))) == nil)
    #expect(try changed(Self.source, .setText(block: 1, 3..<999, "x")) == nil)
    #expect(try changed(Self.source, .setSpeaker(block: 1, "one\ntwo")) == nil)
  }

  @Test("Any text of any kind is said as it is, or not at all", arguments: UInt64(1)...3)
  func nasty(seed: UInt64) throws {
    let format = try #require(Notations.builtIn.format(named: "srt"))
    var generator = SeededGenerator(seed: seed)
    var said = 0
    let pieces = [
      "the ", "tide", ", ", "\n", "7", " --> ", "00:00:01,000", "<i>", "</i>", "<", "Bo: ", ">> ", "{\\an8}", "🎙",
      "\r\n", "&amp;",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...6, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
        .joined()
      let reading = Document(Text(Self.source), format: format).reading
      guard let edits = reading.edits(for: [.setText(block: 1, 0..<3, text)]) else { continue }
      said += 1
      var changed = reading.text
      for edit in edits.reversed() { changed.apply(edit) }
      let read = Document(changed, format: format).reading
      try #require(read.blocks.count == reading.blocks.count, "\(text.debugDescription)")
      for block in [0, 2] { #expect(read.string(.words, of: block) == reading.string(.words, of: block)) }
      #expect(read.episode.rows[1].start == reading.episode.rows[1].start)
      #expect(read.episode.rows[1].end == reading.episode.rows[1].end)
    }
    #expect(said > 100, "\(said)")
  }
}
