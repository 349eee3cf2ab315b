import Features
import Formats
import Support
import Testing
import Transcript

struct SectionSummaryTests {
  private static let page = """
    Ada: Above [??]. (0:01)

    The lamp

    Ada: One two three. (0:05)

    Bo: Four. (0:30)

    The fog

    The end

    Bo: Five. (1:05)
    """

  @Test("Time, length, words, shares, uncertain passages; nothing above the first title")
  func page() throws {
    let reading = try read(Self.page, as: "page")
    let offset = { (needle: String) in
      Self.page.utf8.distance(
        from: Self.page.utf8.startIndex, to: Self.page.utf8.firstRange(of: needle.utf8)!.lowerBound)
    }
    let uncertain = ["[??]", "two", "three", "Five"].map { offset($0)..<(offset($0) + 3) }
    #expect(
      sectionSummaries(reading, uncertain: uncertain).map { "\(reading.text.string($0.range)): \($0.text)" } == [
        "The lamp: 0:05 – 1:05 · 60 s · 4 words · Ada 75 %, Bo 25 % · 2 uncertain passages", "The fog: empty",
        "The end: 1:05 · 1 word · Bo 100 % · 1 uncertain passage",
      ])
  }

  @Test("Each section of every notation has a line", arguments: Notations.tried.names)
  func notations(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    let reading = Document(Notations.talk(in: format), format: format).reading
    let headers = reading.blocks.indices.filter { reading.kind(of: $0) == .header }
    let summaries = sectionSummaries(reading)
    #expect(summaries.count == headers.count)
    #expect(summaries.allSatisfy { $0.text.contains("words") && !$0.range.isEmpty })
  }
}
