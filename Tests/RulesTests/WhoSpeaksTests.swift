import Rules
import SourceText
import Support
import Testing

/// Whose name is offered where a label is lost, unknown or misspelt.
struct WhoSpeaksTests {
  private func found(_ turns: [(who: String, line: String)], _ rule: String, front: String = "") throws -> [Finding] {
    let items = turns.enumerated().map { number, turn in
      "- line: '\(turn.line)'\n  time: '0:\(number + 10)'\n  who: '\(turn.who)'\n"
    }
    let text = Text("---\n\(front)transcript:\n\(items.joined())---\n")
    return try #require(findings(in: text, as: "front-matter")).findings.filter { $0.rule == rule }
  }

  private let answer =
    "I grew up beside the lock, and my father had the key before me, and so I had it after him when he went"
  private let paragraph =
    "and when he went away there was nobody else in the village who knew how the gate was to be opened in spring"

  @Test("A long paragraph is the guest's, and both neighbours are offered")
  func longAnswer() throws {
    let turns = [
      ("Ida", "How did it begin?"), ("Bo", answer), ("Ida", "And then?"), ("Bo", answer), ("Ida", "Who had it?"),
      (paragraph, "That was it."), ("Bo", answer), ("Ida", "I see."),
    ]
    let finding = try #require(try found(turns, "speaker-not-a-name").first)
    #expect(finding.fixes.map(\.title) == ["Bo", "Ida"].map { "Move the paragraph into the text and name \($0)" })
  }

  @Test("Who speaks next speaks not now")
  func next() throws {
    let turns = [
      ("Ida", "How did it begin?"), ("Bo", "With a key."), ("Ida", "And then?"), ("Bo", "With a gate."),
      ("he was always a man of few words", "So."), ("Ida", "Who had it?"), ("Bo", "My father."),
    ]
    let finding = try #require(try found(turns, "speaker-not-a-name").first)
    #expect(finding.fixes.map(\.title) == ["Bo", "Ida"].map { "Move the paragraph into the text and name \($0)" })
  }

  @Test("Of the people who speak, the one with nearly the name comes first, then the most frequent")
  func unknown() throws {
    let turns =
      [
        ("Ida", "a"), ("Ida", "b"), ("Ida", "c"), ("Ida", "d"), ("Ida", "e"), ("Ida", "f"), ("Bartholomew", "g"),
        ("Bartolomeo", "h"),
      ]
      + [("Bo", "i"), ("Bo", "j"), ("Bo", "k")]
    let finding = try #require(
      try found(turns, "speaker-unknown", front: "guests:\n- bartholomew\n- ida\n").first {
        $0.message.contains("Bartolomeo")
      })
    #expect(finding.fixes.first?.title == "Change to Bartholomew")
  }

  @Test("A spelling that another rule would remove is never recommended")
  func punctuation() throws {
    let turns = (0..<12).map { _ in ("Tomes:", "a") } + [("Tomes", "b"), ("Toems", "c"), ("Ida", "d")]
    let similar = try found(turns, "speaker-similar")
    #expect(similar.map { $0.fixes.first?.title } == ["Change to Tomes"])
    #expect(try found(turns, "speaker-punctuation").count == 1)
  }

  @Test("What was said under header is reported there, and the header above it is not empty")
  func underHeader() throws {
    let said = "I would say that a lock is a place where people meet. You hear what they need, and then you know."
    let text = Text(
      "---\ntranscript:\n- line: One.\n  sec: 1\n  time: '0:01'\n  who: Ida\n- header: The lock\n- header: \(said)\n- line: Two.\n  sec: 9\n  time: '0:09'\n  who: Ida\n---\n"
    )
    let found = try #require(findings(in: text, as: "front-matter")).findings
    #expect(found.map(\.rule) == ["header-not-a-title"])
    #expect(found.map { text.string($0.range) } == [said])
  }

  @Test(
    "A quotation that YAML cannot read is one mistake",
    arguments: ["\"Go,\" she said.", "\"Go,\" she said. \"Now.\"", "\"(Go,\" she said."])
  func quoted(value: String) throws {
    let text = Text(
      "---\ntranscript:\n- line: \(value)\n  sec: 1\n  time: '0:01'\n  who: Ida\n- line: Two.\n  sec: 9\n  time: '0:09'\n  who: Bo\n---\n"
    )
    #expect(try #require(findings(in: text, as: "front-matter")).findings.map(\.rule) == ["yaml-syntax"])
  }
}
