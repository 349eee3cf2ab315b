import Formats
import Rules
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// An episode and its siblings, through edits.
struct SiblingTests {
  private static let lines = [
    "What does the lower gate weigh, with everything on it?", "Nine tons, with the chain and the wheels on both sides.",
    "And the other one, by the mill?", "Yes.", "The same, since it has the same smith and the same oak.",
    "So he lived by the weir and never once saw the sea.", "Nor did his father, who built the first of them.",
  ]

  private func reading(_ text: String, as notation: String) throws -> Reading {
    Document(Text(text), format: try #require(Notations.builtIn.format(named: notation))).reading
  }

  private static func page(from second: Int = 0) -> String {
    lines.enumerated().map { index, line in
      "\(index.isMultiple(of: 2) ? "Bo" : "Ines"): \(line) (\(Time(seconds: second + index * 10).description))\n"
    }.joined(separator: "\n")
  }

  /// Of the page, without the words that are cut at other places.
  private static let captions = {
    let words = lines.joined(separator: " ").split(separator: " ")
    return stride(from: 0, to: words.count, by: 4).map { start in
      "\(Time(seconds: start).description) \(words[start..<min(start + 4, words.count)].joined(separator: " "))\n"
    }.joined()
  }()

  /// What is kept of each block after an edit is what a fresh look at all finds.
  @Test(arguments: 0..<8)
  func afterEdits(seed: UInt64) throws {
    let format = try #require(Notations.builtIn.format(named: "page"))
    let sibling = Sibling(name: "lock.txt", try reading(Self.page(from: 30), as: "page"))
    let cut = Sibling(name: "cut.txt", try reading(Self.captions, as: "captions"))
    let around = Surroundings(siblings: [sibling, cut])
    var settings = Settings()
    for rule in Rule.all { settings.choices[rule.id] = .init(isOn: rule.id == "sibling-out-of-sync") }
    var document = Document(Text(Self.page()), format: format)
    var judge = Judge(document.reading, settings, around)
    var heard = 0
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let text = document.reading.text
      let start = Int.random(in: 0...text.count, using: &random)
      let pieces = ["", "x", " ", "word ", "\n\n", "Bo: ", "(0:5", "the same smith"]
      let edit = Edit(
        start..<min(text.count, start + Int.random(in: 0...3, using: &random)), pieces.randomElement(using: &random)!)
      // Edits are taken back, too: so the two come apart and together again.
      for edit in [edit, Edit(start..<(start + edit.replacement.count), Array(text.bytes[edit.range]))].prefix(
        Int.random(in: 1...2, using: &random))
      {
        let change = document.apply(edit)
        judge.update(change, document.reading)
        let found = judge.findings(in: document.reading)
        heard += found.count
        let agrees = judge.agrees(with: document.reading, on: document.reading, settings, around)
        #expect(agrees)
      }
    }
    #expect(heard > 0)
  }

  @Test("Where words are cut into lines makes no difference")
  func cutAtOtherPlaces() throws {
    let sibling = Sibling(name: "cut.txt", try reading(Self.captions, as: "captions"))
    let page = try reading(Self.page().replacing("wheels", with: "weels"), as: "page")
    let found = Judge.findings(in: page, Settings(), Surroundings(siblings: [sibling]))
      .filter { $0.rule == "sibling-out-of-sync" }
    #expect(found.map { page.text.string($0.range) }.contains("weels"))
  }

  @Test("A reference and tags stand for what is read")
  func references() throws {
    let page = "Bo: What does it weigh? (0:03)\n\nInes: Nine tons in our Q&A, with the chain and wheels. (0:12)\n"
    let captions =
      "WEBVTT\n\n00:03.000 --> 00:05.000\n<v Bo>What does it weigh?\n\n"
      + "00:12.000 --> 00:15.000\n<v Ines>Nine tons in our <i>Q&amp;A</i>, with the\nchain and wheels.\n"
    for (text, notation, other, otherNotation) in [
      (page, "page", captions, "webvtt"), (captions, "webvtt", page, "page"),
    ] {
      let sibling = Sibling(name: "other", try reading(other, as: otherNotation))
      let found = Judge.findings(in: try reading(text, as: notation), Settings(), Surroundings(siblings: [sibling]))
      #expect(found.filter { $0.rule == "sibling-out-of-sync" } == [])
    }
  }
}
