import Formats
import Rules
import SourceText
import Support
import Testing
import Transcript

/// Titles that begin alike are titles where labels have times, and labels are labels where they have none.
struct TitlePrefixTests {
  private func kinds(_ lines: [String]) throws -> [String] {
    let format = try #require(Notations.builtIn.format(named: "page"))
    let reading = Document(Text(lines.joined(separator: "\n\n") + "\n"), format: format).reading
    return reading.blocks.indices.map { "\(reading.kind(of: $0))" }
  }

  private let turns = [
    "Ada: One. (0:01)", "Bo: Two. (0:04)", "Ada: Three. (0:07)", "Bo: Four. (0:10)", "Ada: Five. (0:14)",
    "Bo: Six. (0:18)",
  ]

  @Test(
    "Titles that begin alike",
    arguments: [["The mill: what it needs", "The mill: who pays"], ["The mill: one?", "The mill: two"]])
  func titles(titles: [String]) throws {
    let lines = [turns[0], turns[1], titles[0], turns[2], turns[3], titles[1], turns[4], turns[5]]
    let kinds = try kinds(lines)
    #expect(kinds.indices.filter { kinds[$0] == "header" } == [2, 5])
    let text = Text(lines.joined(separator: "\n\n") + "\n")
    #expect(try #require(findings(in: text, as: "page")).findings.filter { $0.severity >= .warning } == [])
  }

  @Test("A label that has a time elsewhere, one that a sentence follows, and labels without times stay labels")
  func labels() throws {
    // A turn that lost its time.
    #expect(
      try kinds([turns[0], turns[1], "Ada: what it needs", "Bo: who pays", turns[2], turns[3], turns[4], turns[5]])
        == Array(repeating: "segment", count: 8))
    // Somebody who never has a time, and says a sentence.
    #expect(
      try kinds([turns[0], turns[1], "Cy: Who pays", turns[2], turns[3], "Cy: The miller pays.", turns[4], turns[5]])
        .allSatisfy { $0 == "segment" })
    // Most labels have no time.
    #expect(
      try kinds([turns[0], "Bo: so", "Ada: no", "Bo: yes", "Cy: one", "Cy: two"]).dropFirst().allSatisfy {
        $0 == "segment"
      })
  }

  @Test("In the outline they are sections, whatever was typed before")
  func typed() throws {
    let format = try #require(Notations.builtIn.format(named: "page"))
    var document = Document(Text(turns.joined(separator: "\n\n") + "\n"), format: format)
    for title in ["The mill: what it needs\n\n", "The mill: who pays\n\n"] {
      let start = document.reading.blocks.start(of: 2)
      for (place, byte) in title.utf8.enumerated() {
        document.apply(Edit((start + place)..<(start + place), [byte]))
        let fresh = Document(document.reading.text, format: format).reading
        #expect(document.reading.sections().map(\.title) == fresh.sections().map(\.title))
      }
    }
    #expect(
      document.reading.sections().compactMap(\.title).sorted() == ["The mill: what it needs", "The mill: who pays"])
  }
}
