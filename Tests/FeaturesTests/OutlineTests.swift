import Features
import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

func read(_ text: String, as name: String) throws -> Reading {
  Document(Text(text), format: try #require(Notations.builtIn.format(named: name))).reading
}

struct OutlineTests {
  private func lines(_ items: [OutlineItem], indent: String = "") -> [String] {
    items.flatMap { ["\(indent)\($0.name) | \($0.detail)"] + lines($0.children, indent: indent + "  ") }
  }

  @Test("Sections with their turns below them")
  func sections() throws {
    let reading = try read(
      """
      Ada: Welcome to the hive. (0:02)

      The bees

      Bo: Thank you. They are well. (0:10)

      Bo: Really well. (0:10)

      Ada: And the honey? (1:45)

      The end
      """, as: "page")
    #expect(
      lines(outline(reading)) == [
        "Ada: Welcome to the hive. | 0:02 – 0:10 · 8 s", "The bees | 0:10 – 1:45 · 2 min",
        "  Bo: Thank you. They are well. | 0:10 – 1:45 · 2 min", "  Ada: And the honey? | 1:45", "The end | empty",
      ])
  }

  @Test("What is uncertain in a turn stands below it")
  func passages() throws {
    let text =
      "Ada: Is [inaudible 0:03] there? (0:02)\n\nThe bees\n\nBo: Yes. (0:10)\n\nBo: And [Cy?] and [Di?]. (0:10)\n"
    let reading = try read(text, as: "page")
    let bytes = Array(text.utf8)
    let passages = ["[inaudible 0:03]", "[Cy?]", "[Di?]"].map { passage in
      let start = bytes.indices.first { bytes[$0...].starts(with: passage.utf8) } ?? 0
      return start..<(start + passage.utf8.count)
    }
    let items = outline(reading, uncertain: passages)
    #expect(
      lines(items) == [
        "Ada: Is [inaudible 0:03] there? | 0:02 – 0:10 · 8 s", "  [inaudible 0:03] | uncertain", "The bees | 0:10",
        "  Bo: Yes. | 0:10", "    [Cy?] | uncertain", "    [Di?] | uncertain",
      ])
    #expect(items[1].children[0].children.map(\.selection) == Array(passages[1...]))
  }

  @Test("A section has the times that are written in it, and ends by the next one")
  func ownTimes() throws {
    let reading = try read(
      """
      # The gate

      Ida Holm: 00:01

      It is shut.

      ## Why

      It is late.

      ## The lamp

      Tove Lind: 00:09

      It is out.

      ## The boat

      Ida Holm: 00:09

      It is in.

      ## The end

      """, as: "bitcoin")
    #expect(
      outline(reading).map { "\($0.name) | \($0.detail)" } == [
        "The gate | 0:01 – 0:09 · 8 s", "Why | no time", "The lamp | 0:09", "The boat | 0:09", "The end | empty",
      ])
  }

  @Test(
    "A text without metadata has the title with which it begins",
    arguments: [
      ("# The lock\n\nTranscript\n\nIda: One. (0:01)\n", "The lock"),
      ("\u{FEFF}The lock at night\n----------\n\nTranscript\n\nIda: One. (0:01)\n", "The lock at night"),
      ("The lock\n\nTranscript\n\nIda: One. (0:01)\n", nil),
      ("Ida: One. (0:01)\n\n# The lock\n\nIda: Two. (0:05)\n", nil),
      ("## The lock\n\nTranscript\n\nIda: One. (0:01)\n", nil),
    ] as [(String, String?)])
  func title(text: String, title: String?) throws {
    #expect(try read(text, as: "page").title == title)
  }

  @Test("A long transcript without headers is shown in stretches of five minutes")
  func stretches() throws {
    let cues = (0..<200).map { "\($0 * 6 / 60):\($0 * 6 % 60 < 10 ? "0" : "")\($0 * 6 % 60) word \($0)\n" }.joined()
    let items = outline(try read(cues, as: "captions"))
    #expect(items.map(\.name) == ["0:00 – 5:00", "5:00 – 10:00", "10:00 – 15:00", "15:00 – 20:00"])
    #expect(items.map(\.children.count) == [50, 50, 50, 50])
  }

  /// What is chosen in an outline is where the cursor lands.
  @Test(
    "A turn leads to its words in front matter, and to its label elsewhere",
    arguments: [
      ("front-matter", "---\ntranscript:\n- line: Is it on?\n  time: '0:01'\n  who: Bo\n---\n", "Is it on?"),
      ("front-matter", "---\ntranscript:\n- who: Bo\n  time: '0:01'\n  line: 'Is it on?'\n---\n", "Is it on?"),
      ("front-matter", "---\ntranscript:\n- line: Is it\n    on?\n  who: Bo\n---\n", "Is it\n    on?"),
      ("front-matter", "---\ntranscript:\n- line: ''\n  time: '0:01'\n  who: Bo\n---\n", "Bo"),
      ("front-matter", "---\ntranscript:\n- time: '0:01'\n---\n", "0:01"),
      ("page", "Bo: Is it on? (0:01)\n", "Bo"), ("captions", "0:01 is it on\n", "0:01"),
      ("blog", "[00:00:01] Bo: Is it on?\n", "Bo"),
    ])
  func selection(format: String, text: String, selected: String) throws {
    let reading = try read(text, as: format)
    #expect(outline(reading).map { reading.text.string($0.selection) } == [selected])
  }

  @Test("Children lie inside their parents, selections inside ranges, names are not blank", arguments: UInt64(1)...40)
  func wellFormed(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for format in Notations.builtIn.formats {
      var text = Text(
        "Ada: hi (0:01)\n\nTitle\n\n[00:00:01] Bo: x\n\n0:03 y\n---\ntranscript:\n- header:\n- line: a\n  time: '0:01'\n"
      )
      for _ in 0..<25 { text.apply(.random(in: text, using: &generator)) }
      expectWellFormed(outline(Document(text, format: format).reading), in: 0..<text.count)
    }
  }

  private func expectWellFormed(_ items: [OutlineItem], in parent: Range<Int>) {
    var end = parent.lowerBound
    for item in items {
      #expect(
        item.name.unicodeScalars.contains { !$0.properties.isWhitespace && $0.properties.generalCategory != .control })
      #expect(item.range.lowerBound >= end && item.range.upperBound <= parent.upperBound)
      #expect(item.selection.lowerBound >= item.range.lowerBound && item.selection.upperBound <= item.range.upperBound)
      end = item.range.upperBound
      expectWellFormed(item.children, in: item.range)
    }
  }
}
