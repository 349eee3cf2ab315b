import Rules
import SourceText
import Testing

/// What an importer left in the text, and how the turn behind it is fixed.
struct SegmentStrayLabelTests {
  /// Front matter with items `who time line`; the first words of the findings and what the first fix makes of the text.
  private func fixed(_ items: [(who: String, time: String, line: String)]) throws -> (found: [String], text: String) {
    let source = items.map { "- line: \($0.line)\n  time: '\($0.time)'\n  who: \($0.who)\n" }.joined()
    let text = Text("---\ntranscript:\n\(source)---\n")
    let (all, reading) = try #require(findings(in: text, as: "front-matter"))
    let own = all.filter { $0.rule == "segment-stray-label" }
    let result = own.first?.fixes.first?.applied(to: text) ?? text
    return (own.map { reading.text.string($0.range) }, result.string(0..<result.count))
  }

  @Test("Several in one turn are fixed together, so that nobody gets the words of a third")
  func chain() throws {
    let (found, text) = try fixed([
      ("Ada", "1:00", "Is it deep?"), ("Ada", "1:00", "Bo"), ("Ada", "1:00", "Very."), ("Ada", "1:00", "Ada"),
      ("Ada", "1:00", "How deep?"), ("Bo", "1:09", "Ten rods."), ("Ada", "1:12", "So deep."), ("Bo", "1:15", "Yes."),
    ])
    #expect(found == ["Bo", "Ada"])
    #expect(
      text.contains(
        "- line: Very.\n  time: '1:00'\n  who: Bo\n- line: How deep?\n  time: '1:00'\n  who: Ada\n- line: Ten rods."))
    #expect(!text.contains("line: Bo\n") && !text.contains("line: Ada\n"))
  }

  @Test("A time counts where it lies between the turn and the next; elsewhere somebody speaks of it")
  func times() throws {
    func found(_ line: String) throws -> [String] {
      try fixed([
        ("Ada", "1:00", "Is it deep?"), ("Ada", "1:00", line), ("Ada", "1:00", "Very."), ("Bo", "1:09", "Ten rods."),
        ("Ada", "1:12", "So deep."), ("Bo", "1:15", "Yes."),
      ]).found
    }
    #expect(try found("'1: 05'") == ["1: 05"])
    #expect(try found("'4:45'") == [])
    #expect(try found("'1:05 Bo'") == ["1:05 Bo"])
  }

  @Test("An answer that is a name is none, even within the second of the question")
  func answers() throws {
    let (found, _) = try fixed([
      ("Ada", "1:00", "Who dug it?"), ("Bo", "1:00", "Ada"), ("Ada", "1:02", "Me?"), ("Bo", "1:03", "You."),
    ])
    #expect(found == [])
  }

  @Test("The label that is left over above its own turn only goes")
  func leftOver() throws {
    let (found, text) = try fixed([
      ("Ada", "1:00", "Is it deep?"), ("Ada", "1:00", "Bo"), ("Bo", "1:05", "Very."), ("Ada", "1:09", "Well."),
      ("Bo", "1:15", "Yes."),
    ])
    #expect(found == ["Bo"])
    #expect(text.contains("  who: Ada\n- line: Very.\n"))
  }
}
