import Features
import SourceText
import Testing
import Transcript

struct StatisticsTests {
  private func stretches(_ counted: Statistics) -> [String] {
    counted.speakers.map { speaker in
      let stretches = speaker.stretches.map { "\($0.start.description)-\($0.end.description)" }
      return "\(speaker.name ?? "?"): \(stretches.joined(separator: " "))"
    }
  }

  @Test("Words, turns, sections and the time that each speaker has")
  func counts() throws {
    let counted = statistics(
      try read(
        """
        Ada: Welcome to the hive. (0:02)

        The bees

        Bo: Thank you. They are very well, all of them. (0:10)

        Ada: And the honey? (1:45)

        Bo: Not yet. (2:05)

        The end
        """, as: "page"))
    #expect(counted.words == 18)
    #expect(counted.turns == 4)
    #expect(counted.segments == 4)
    #expect(counted.stretch?.seconds == 123)
    #expect(counted.speakers.map(\.name) == ["Bo", "Ada"])
    #expect(counted.speakers.map(\.words) == [11, 7])
    #expect(counted.speakers.map(\.seconds) == [95, 28])
    #expect(stretches(counted) == ["Bo: 0:10-1:45", "Ada: 0:02-0:10 1:45-2:05"])
    #expect(counted.sections.map(\.title) == [nil, "The bees", "The end"])
    #expect(counted.sections.map(\.words) == [4, 14, 0])
    #expect(counted.sections[2].stretch == nil)
    #expect(counted.longestStretch?.start == Time(seconds: 10))
    #expect(counted.longestStretch?.seconds == 95)
    // Sixteen words in the 123 seconds before the last turn.
    #expect(counted.pace.map { Int($0 * 10) } == 78)
  }

  @Test(
    "One wrong time does not give a speaker an hour",
    arguments: [
      ("1:00:12", ["Ada: 0:02-0:10 0:16-0:20", "Bo: 0:10-0:16"]),
      ("0:01", ["Ada: 0:02-0:10 0:16-0:20", "Bo: 0:10-0:16"]),
      ("0:14", ["Ada: 0:02-0:10 0:14-0:20", "Bo: 0:10-0:14"]),
    ])
  func wrongTime(_ time: String, _ wanted: [String]) throws {
    let text = """
      Ada: One. (0:02)

      Bo: Two. (0:10)

      Ada: Three. (\(time))

      Ada: Four. (0:16)

      Bo: Five. (0:20)
      """
    #expect(stretches(statistics(try read(text, as: "page"))) == wanted)
  }

  @Test("Turns with one time share it by their words")
  func sharedTime() throws {
    let counted = statistics(
      try read("Ada: One two three. (0:10)\n\nBo: Four. (0:10)\n\nAda: Five. (0:18)\n\nBo: Six. (0:20)", as: "page"))
    #expect(stretches(counted) == ["Ada: 0:10-0:16 0:18-0:20", "Bo: 0:16-0:18"])
  }

  @Test("Without speakers and without times")
  func without() throws {
    let captions = statistics(try read("0:01 one two\n0:03 three\n0:09 four\n", as: "captions"))
    #expect(stretches(captions) == ["?: 0:01-0:09"])
    #expect(captions.pace == nil)
    let untimed = statistics(
      try read("---\ntranscript:\n- line: One.\n  who: Ada\n- line: Two.\n  who: Bo\n---\n", as: "front-matter"))
    #expect(untimed.stretch == nil)
    #expect(untimed.longestStretch == nil)
    #expect(stretches(untimed) == ["Ada: ", "Bo: "])
    #expect(statistics(try read("", as: "page")).words == 0)
  }
}
