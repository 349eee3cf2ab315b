import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

struct ModelTests {
  private func read(_ text: String, as name: String) throws -> Reading {
    Document(Text(text), format: try #require(Notations.builtIn.format(named: name))).reading
  }

  @Test("A label is the same speaker however it is quoted, and another one where the quotes make it one")
  func quotedLabels() throws {
    let labels = [
      "O'Neil", "'O''Neil'", "O''Neil", "\"O'Neil\"", "'O\\Neil'", "\"O\\x27Neil\"", "O'Neil", "Ida", "'Ida'", "Ida",
    ]
    let items = labels.map { "- line: So.\n  sec: 4\n  who: \($0)\n" }.joined()
    let reading = try read("---\ntranscript:\n" + items + "---\n", as: "front-matter")
    let named = reading.episode.rows.compactMap { $0.speaker.map(reading.episode.speakers.label) }
    let first = "O'Neil"
    #expect(named == [first, first, "O''Neil", first, "O\\Neil", first, first, "Ida", "Ida", "Ida"])
    #expect(reading.episode.speakers.id(of: first).map(reading.episode.speakers.count) == 5)
  }

  @Test("Neighbouring segments with one speaker and one time are one turn; a header parts them")
  func turns() throws {
    let reading = try read(
      """
      Ada: One. (0:01)

      Ada: Two. (0:01)

      Ada: Three. (0:05)

      Break

      Ada: Four. (0:05)

      Bo: Five. (0:05)
      """, as: "page")
    let turns = reading.sections().map { reading.turns(of: $0.segments).map(\.segments.count) }
    #expect(turns == [[2, 1], [1, 1]])
  }

  @Test("Segments above the first header are a section without a title")
  func sections() throws {
    let reading = try read("Ada: One. (0:01)\n\nMiddle\n\nBo: Two. (0:02)\n\nEnd\n", as: "page")
    #expect(reading.sections().map(\.title) == [nil, "Middle", "End"])
    #expect(reading.sections().map(\.segments.count) == [1, 1, 0])
  }

  @Test("A segment without a label continues the speaker above it")
  func continuation() throws {
    let reading = try read("[00:00:01] Ada: one two\n\nthree\n\n[00:00:09] Bo: four\n", as: "blog")
    let talk = reading.talk(in: reading.segments()[...])
    #expect(talk.map(\.words) == [3, 1])
    #expect(talk.map(\.segments) == [2, 1])
    #expect(talk.map(\.turns) == [1, 1])
  }

  @Test("A segment ends where the next time begins; the end of the last is not known")
  func timeline() throws {
    let reading = try read("0:01 a\n0:01 b\n0:05 c\n0:03 d\n", as: "captions")
    let timeline = Timeline(reading)
    #expect((0..<4).map { timeline.end(of: $0)?.wholeSeconds } == [5, 5, nil, nil])
    #expect(timeline.first?.wholeSeconds == 1)
    #expect(timeline.last?.wholeSeconds == 3)
  }

  @Test("The time of a header holds for what stands below it, and ends what stands above")
  func timesOfHeaders() throws {
    let text = #"""
      **Ida:** \[00:05\] Good evening.

      **Tove:** I am here, too.

      **Break:** \[00:31\]

      **Ida:** Now to the lock.

      **Tove:** \[00:50\] It leaks.

      **Break:** \[00:12\]

      **Ida:** Does it?
      """#
    let reading = try read(text, as: "changelog")
    let timeline = Timeline(reading)
    let segments = reading.segments()
    #expect(segments.map { timeline.start(of: $0)?.wholeSeconds } == [5, 5, 31, 50, 50])
    #expect(segments.map { timeline.end(of: $0)?.wholeSeconds } == [31, 31, 50, nil, nil])
    // A time that runs backwards says nothing.
    let spans = reading.sections().map { section in
      timeline.span(of: section).map { [$0.start, $0.end].map(\.wholeSeconds) }
    }
    #expect(spans == [[5, 31], [31, 50], nil])
  }

  @Test("Which labels are some follows the whole text through any edits", arguments: UInt64(1)...6)
  func labels(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let format = try #require(Notations.builtIn.format(named: "bitcoin"))
    let source =
      "Ida: One.\n\nTwo.\n\noar: Three.\n\nTove: Four.\n\nIda: Five.\n\nAnd so on.\n\ntide: six.\n\n# Seven\n\nBo: Eight.\n\nA: Nine.\n"
    var document = Document(Text(source), format: format)
    func labels(_ reading: Reading) -> Set<String> {
      let speakers = reading.episode.speakers
      return Set(speakers.all.filter(speakers.isConfirmed).map(speakers.label))
    }
    #expect(labels(document.reading) == ["Ida", "Tove", "Bo"])
    for _ in 0..<120 {
      document.apply(.random(in: document.reading.text, using: &generator))
      let afresh = Document(document.reading.text, format: format).reading
      #expect(labels(document.reading) == labels(afresh))
      #expect(document.reading.blocks.indices.map(document.reading.kind) == afresh.blocks.indices.map(afresh.kind))
    }
  }

  @Test("A time alone on its line is the time of what follows")
  func timesAlone() throws {
    let text =
      "Harbour meeting\n\n00:00:00\n\nIda Holm: Good evening.\nTove Lind: Hello.\n\n00:05:01\n\nIda Holm: The gate.\n"
    let reading = try read(text, as: "google-meet")
    let timeline = Timeline(reading)
    #expect(reading.segments().map { timeline.start(of: $0)?.wholeSeconds } == [0, 0, 301])
  }

  @Test("Contradicting times are no time")
  func contradiction() throws {
    let reading = try read(
      "---\ntranscript:\n- line: a\n  sec: 10\n  time: '0:11'\n  who: Ada\n---\n", as: "front-matter")
    #expect(reading.segments().map { reading.episode.rows[$0].start } == [nil])
  }

  @Test("Metadata is found at any depth")
  func metadata() throws {
    let reading = try read(
      "---\ntitle: \"A: \\\"B\\\"\"\nids:\n  youtube: abc\nlinks:\n- name: x\n  url: y\ntranscript:\n- line: a\n---\n",
      as: "front-matter")
    #expect(reading.title == "A: \"B\"")
    #expect(reading.metadata("youtube") == "abc")
    #expect(reading.metadata("url") == "y")
    #expect(reading.metadata("line") == nil)
  }
}
