import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// What holds for any file of cues, tried with soups of their lines.
struct WebVTTSoupTests {
  private let format: any Format

  init() throws { format = try #require(Notations.builtIn.format(named: "webvtt")) }

  private static let pieces: [String] = [
    "WEBVTT", "\n", "\n\n", "\r\n", "\r", " ", "\t", "\u{0C}", "\0", "NOTE", "NOTE a\n", "STYLE\n", "REGION\n", "id:x",
    "1", "-->", " --> ",
    "->", "00:01.000", "00:01,000", "0:00:02.000", "00:03.000 --> 00:04.000\n",
    "00:05.000 --> 00:06.000 align:start line:0\n", "<v Ada>",
    "</v>", "<i>", "</i>", "<c.a.b>", "</c>", "<00:03.500>", "<", ">", "&", "&amp;", "&eacute;", "&#x2019;", "Ada: ",
    ">> ", "[SPEAKER_00]: ",
    "hello there", "é", "🎙", "{\"a\":1}", "<<<<<<< ours\n", "=======\n", "\u{FEFF}", "region:x", "Kind: captions\n",
    "<ruby>", "<rt>",
  ]

  private func soup(_ count: Int, using generator: inout SeededGenerator) -> String {
    let start = Bool.random(using: &generator) ? "WEBVTT\n\n" : ""
    return start + (0..<count).map { _ in Self.pieces.randomElement(using: &generator)! }.joined()
  }

  @Test("After any edit the blocks are those of a text read afresh, without gaps", arguments: UInt64(1)...12)
  func incrementalEqualsAfresh(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var document = Document(Text(soup(60, using: &generator)), format: format)
    for _ in 0..<80 {
      let text = document.reading.text
      let start = Int.random(in: 0...text.count, using: &generator)
      let end = min(text.count, start + [0, 0, 1, 2, 12].randomElement(using: &generator)!)
      let edit = Edit(start..<end, soup(Int.random(in: 0...2, using: &generator), using: &generator))
      document.apply(edit)
      let fresh = Document(document.reading.text, format: format).reading
      try #require(document.reading.blocks == fresh.blocks, "\(edit)")
      try #require(dump(document.reading) == dump(fresh), "\(edit)")
      var place = 0
      for block in fresh.blocks.indices {
        try #require(fresh.blocks.range(of: block).lowerBound == place)
        place = fresh.blocks.range(of: block).upperBound
        for part in fresh.blocks.parts(of: block) {
          let range = fresh.range(of: part, in: block)
          try #require(range.lowerBound >= fresh.blocks.start(of: block) && range.upperBound <= place, "\(part)")
        }
      }
      try #require(place == fresh.text.count)
    }
  }

  @Test("Whatever stands in a file, a script is made of it, and its text is decoded once", arguments: UInt64(20)...26)
  func scripts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let reading = Document(Text(soup(50, using: &generator)), format: format).reading
      let units = reading.script.units.count
      let spoken = reading.blocks.indices.filter { reading.kind(of: $0) == .segment }.count
      #expect(units >= spoken || Rolling(reading) != nil)
      for block in reading.blocks.indices { _ = reading.firstWords(of: block) }
    }
  }

  @Test("A key reads its block again and nothing else")
  func readsLittle() {
    let cues = (0..<2_000).map { "\($0)\n00:01.000 --> 00:02.000\n<v Ada>words &amp; words\nand more\n\n" }
    var document = Document(Text("WEBVTT\n\n" + cues.joined()), format: format)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let offset = Int.random(in: 8..<document.reading.text.count, using: &generator)
      let change = document.apply(Edit(offset..<offset, "e"))
      #expect(change.bytesRead < 400)
    }
  }

  @Test("A block without an end is read in pieces")
  func longBlocks() {
    let lines = String(repeating: "and so on\n", count: 10_000)
    for head in ["00:01.000 --> 00:02.000\n", "NOTE\n", "", "STYLE\n"] {
      var document = Document(Text("WEBVTT\n\n" + head + lines), format: format)
      let middle = document.reading.text.count / 2
      #expect(document.apply(Edit(middle..<middle, "x")).bytesRead < 20_000)
      #expect(document.reading.blocks.count > 30)
    }
  }

  @Test(
    "Work grows with the text",
    arguments: [
      "<", "&", "<b>", "<b></b>", "<v A>", "<v A", "<i", "&a", "-->", "-->\n", "<00:00:01.500>", "a\n", "[", "{", ">> ",
      ">>\n", "\n", " ",
      "NOTE\n", "\nNOTE\n\n", "00:01.000 --> 00:02.000\n", "00:01.000 --> 00:02.000 a:b c:d\n", "align:start ",
      "STYLE\n\n", "<ruby><rt>", "é",
      "\nA: b\n", "00:01,000 --> 00:02,000\n\n", "&amp;", "<c.a>x</c>",
    ])
  func growth(piece: String) {
    func time(_ bytes: Int) -> Duration {
      let source = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + String(repeating: piece, count: bytes / piece.utf8.count)
      let text = Text(source)
      var best = Duration.seconds(100)
      for _ in 0..<2 {
        best = min(
          best,
          processorTime {
            let reading = Document(text, format: format).reading
            _ = reading.script.units.count
          })
      }
      return best
    }
    let (small, large) = (time(3_000), time(24_000))
    #expect(large < small * 24 + .milliseconds(20), "\(small) and \(large)")
  }
}
