import Formats
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
    let talk = reading.talk(in: reading.segments())
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
