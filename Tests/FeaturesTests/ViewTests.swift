import Features
import Formats
import SourceText
import Support
import Testing
import Transcript

struct ViewTests {
  private func reading(_ source: String, as name: String) -> Reading {
    Document(Text(source), format: Notations.builtIn.format(named: name)!).reading
  }

  @Test("A reading copy has the words of each notation, and no times", arguments: Sample.all)
  func words(sample: Sample) {
    let copy = readingCopy(sample.reading)
    func words(_ text: some StringProtocol) -> [Substring] { Substring(text).split(whereSeparator: \.isWhitespace) }
    var rest = words(copy)[...]
    for word in sample.reading.script.units.flatMap({ words($0.text) }) {
      rest = rest.drop { $0 != word }
      #expect(!rest.isEmpty, "\(sample) loses \(word)")
      rest = rest.dropFirst()
    }
    #expect(!copy.contains(/\d:\d\d/), "\(sample): \(copy)")
  }

  @Test("Captions become paragraphs, and a speaker is named once")
  func captions() {
    let source = """
      1
      00:00:01,000 --> 00:00:02,000
      Ada: Is the rope

      2
      00:00:02,000 --> 00:00:03,000
      Ada: dry?

      3
      00:00:03,500 --> 00:00:04,000
      Bo: It is.

      4
      00:00:09,000 --> 00:00:10,000
      Bo: Now.

      """
    #expect(readingCopy(reading(source, as: "srt")) == "Ada: Is the rope dry?\n\nBo: It is.\n\nNow.\n")
  }

  @Test("Chapters: sections with a time")
  func chapters() {
    let source = "Ada: Now. (0:05)\n\nThe fog\n\nBo: It comes. (1:02)\n\nThe end\n\nAda: We go. (1:00:03)\n"
    #expect(chapterList(reading(source, as: "page")) == "1:02 The fog\n1:00:03 The end\n")
    #expect(chapterList(reading("Ada: Now. (0:05)\n", as: "page")) == "")
  }

  @Test("A chapter begins at the time that is written with its title")
  func chaptersWithTimes() {
    let source = """
      [00:00:05] **Ada:** Now.

      ## [00:01:00] The fog

      [00:01:02] **Bo:** It comes.

      ## [00:02:30] The end

      """
    let reading = reading(source, as: "descript")
    #expect(chapterList(reading) == "1:00 The fog\n2:30 The end\n")
    // As everywhere else.
    #expect(outline(reading).filter { $0.kind == .section }.map { $0.detail.prefix(4) } == ["1:00", "2:30"])
    #expect(
      Features.statistics(reading).sections.compactMap { $0.title == nil ? nil : $0.stretch?.start.description } == [
        "1:00", "2:30",
      ])
    #expect(Timeline(reading).end(of: reading.segments()[1])?.description == "2:30")
  }

  @Test("Names cannot change the tables of the statistics")
  func statistics() {
    let source = "A|b: Now. (0:05)\n\nBo: It [comes?]. (1:02)\n\nA|b: We go. (1:03)\n"
    let sheet = statisticsSheet(reading(source, as: "page"), uncertain: [30..<38])
    let rows = sheet.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(!rows.isEmpty)
    for row in rows { #expect(row.replacing("\\|", with: "").filter { $0 == "|" }.count >= 4, "\(row)") }
  }
}
