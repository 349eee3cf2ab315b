import Features
import Formats
import SourceText
import Support
import Testing
import Transcript

struct CompletionTests {
  /// The completions at `|` in a text.
  private func offered(_ marked: String, as name: String = "page", rules: [(String, String)] = []) throws
    -> [Completion]
  {
    let offset = try #require(Text(marked).place(of: "|"))
    let reading = try read(marked.replacing("|", with: "", maxReplacements: 1), as: name)
    return completions(reading, at: offset, rules: rules.map { (id: $0.0, summary: $0.1) })
  }

  private func lines(_ completions: [Completion]) -> [String] {
    completions.map { "\($0.kind) \($0.label): \($0.text.replacing("\n", with: "⏎"))" }
  }

  private static let page = """
    Ada: Is the rope dry? [laughs] (0:10)

    Bo: It is as dry as it will ever be, I am afraid. (0:14)

    Cy: Good. [coughs] Then we go. [laughs] (0:20)


    """

  @Test("A new turn: the speaker before the last one comes first, with the next time")
  func turns() throws {
    #expect(
      lines(try offered(Self.page + "|")) == [
        "speaker Bo: Bo: ", "speaker Ada: Ada: ", "speaker Cy: Cy: ", "turn Bo: …: Bo: … (0:24)",
        "turn Ada: …: Ada: … (0:24)",
      ])
    #expect(lines(try offered(Self.page + "a|")) == ["speaker Ada: Ada: ", "turn Ada: …: Ada: … (0:24)"])
    #expect(try offered(Self.page + "Xe|") == [])
    #expect(try offered(Self.page.replacing("dry?", with: "dry? |")) == [])
  }

  @Test("A new time lies before the next one")
  func nextTime() throws {
    let found = try offered(Self.page.replacing("\n\nCy", with: "\n\n|\n\nCy"))
    #expect(lines(found).last == "turn Bo: …: Bo: … (0:17)")
  }

  @Test("At a label the other speakers, at a time the next one")
  func parts() throws {
    #expect(lines(try offered(Self.page.replacing("Cy:", with: "|Cy:"))) == ["speaker Ada: Ada", "speaker Bo: Bo"])
    #expect(lines(try offered(Self.page.replacing("0:20", with: "0:2|0"))) == ["time 0:24: 0:24"])
  }

  @Test("Behind a bracket: the notes of this file, the most frequent first, or the next time")
  func notes() throws {
    #expect(
      lines(try offered(Self.page.replacing("Then", with: "[|Then"))) == [
        "note laughs: laughs]", "note coughs: coughs]",
      ])
    #expect(lines(try offered(Self.page.replacing("Then", with: "[c|] Then"))) == ["note coughs: coughs"])
    #expect(lines(try offered(Self.page + "Bo: Yes. (|")) == ["time 0:24: 0:24)"])
  }

  @Test("Rules in a comment that silences them")
  func rules() throws {
    let rules = [("time-gap", "A gap."), ("time-order", "An order."), ("trailing-space", "A blank.")]
    let found = try offered("<!-- tapescript-ignore time-gap, ti| -->\n\n" + Self.page, rules: rules)
    #expect(lines(found) == ["rule time-order: time-order"])
    #expect(try offered("<!-- tapescript-ignore time-gap: t| -->\n\n" + Self.page, rules: rules) == [])
  }

  private static let items = """
    ---
    transcript:
    - line: Is it dry?
      sec: 10
      time: '0:10'
      who: Ada
    - line: It is.
      sec: 14
      time: '0:14'
      who: 'Bo: the elder'
    - line: Good.
    |
    ---

    """

  @Test("Front matter: the keys that the item lacks, and their values")
  func keys() throws {
    func offered(_ typed: String) throws -> [String] {
      try lines(self.offered(Self.items.replacing("|", with: typed + "|"), as: "front-matter"))
    }
    #expect(try offered("  ").prefix(3) == ["key sec: sec: ", "key time: time: ", "key who: who: "])
    #expect(try offered("  w") == ["key who: who: "])
    #expect(try offered("  who: ") == ["speaker Ada: Ada", "speaker Bo: the elder: 'Bo: the elder'"])
    #expect(try offered("  time: ") == ["time 0:17: '0:17'"])
    #expect(try offered("  sec: ") == ["time 17: 17"])
    #expect(try offered("- ").first == "key line: line: ")
    #expect(
      try offered("").last == "turn Bo: the elder: …: - line: …⏎  sec: 18⏎  time: '0:18'⏎  who: 'Bo: the elder'")
  }

  /// Where a label cannot be told from the words, or there is no label or time at all.
  private static let withoutTurns: Set<String> = [
    "captions", "bracketed", "whisper", "time-above", "youtube", "ccextractor",
  ]

  @Test("A whole new turn is read as one, in each notation", arguments: Sample.all)
  func wholeTurn(sample: Sample) throws {
    let reading = sample.reading
    let last = try #require(reading.segments().last)
    let end = reading.content(of: last).upperBound
    var isOffered = false
    for gap in ["\n", "\n\n"] {
      var text = sample.text
      text.apply(Edit(end..<end, gap))
      let before = Document(text, format: sample.format).reading
      let offered = completions(before, at: end + gap.utf8.count)
      let offersTurns = offered.contains { $0.kind == .turn }
      for completion in offered {
        #expect(text.line(at: completion.range.lowerBound) == text.line(at: completion.range.upperBound))
        // Where nothing stands behind the words, a label is all that there is to put in.
        guard completion.kind == .turn || completion.kind == .speaker && !completion.text.contains("…") else {
          continue
        }
        let words = completion.kind == .turn ? "" : "…"
        let after = before.edited([Edit(completion.range, completion.text + words)])
        guard completion.kind == .turn || !offersTurns else { continue }
        isOffered = true
        let units = Document(after, format: sample.format).reading.script.units
        #expect(units.dropLast() == reading.script.units[...], "\(sample)\n\(after.string(0..<after.count))")
        #expect(units.last?.text == "…", "\(sample)\n\(after.string(0..<after.count))")
        #expect(completion.label.hasPrefix(units.last?.speaker ?? "?"), "\(sample)")
        let times = reading.script.units.suffix(1).compactMap(\.start)
        if let time = times.last { #expect(units.last?.start ?? time > time, "\(sample)") }
      }
    }
    #expect(isOffered != Self.withoutTurns.contains(sample.format.name), "\(sample)")
  }

  @Test("More about a speaker")
  func note() throws {
    let reading = try read(Self.page, as: "page")
    #expect(completionNote(reading, .speaker, "Ada") == "1 segment, 5 words, last at 0:10.")
    #expect(completionNote(reading, .speaker, "Xe") == nil)
  }

  @Test("An empty text, a text without a transcript, any offset in any notation", arguments: Sample.all)
  func anywhere(sample: Sample) throws {
    let reading = sample.reading
    for offset in stride(from: 0, through: reading.text.count + 9, by: 3) {
      for completion in completions(reading, at: offset) {
        #expect(completion.range.upperBound <= reading.text.count)
        #expect(!completion.further.contains { $0.range.overlaps(completion.range) })
      }
    }
    #expect(completions(try read("", as: "page"), at: 5) == [])
    #expect(completions(try read("A note.\n", as: "page"), at: 8) == [])
  }
}
