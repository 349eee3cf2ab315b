import Features
import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

struct RewriteTests {
  private static let page = """
    Ada: Is the rope dry? It was wet this morning. (0:10)

    Bo: It is dry. Where do we tie it? To the chain. (0:20)

    Ada: Good. (0:30)

    """

  /// What the texts become, by title; nil where a rewrite cannot be made. The cursor or the selection is marked by `|`.
  private func rewritten(_ marked: String, as name: String = "page") throws -> [String: String?] {
    let pieces = marked.split(separator: "|", omittingEmptySubsequences: false)
    let reading = try read(pieces.joined(), as: name)
    let start = pieces[0].utf8.count
    let end = start + (pieces.count > 2 ? pieces[1].utf8.count : 0)
    var texts: [String: String?] = [:]
    for rewrite in rewrites(reading, at: start..<end) {
      guard case .changes(let changes) = rewrite.outcome, let edits = reading.edits(for: changes) else {
        texts[rewrite.title] = .some(nil)
        continue
      }
      let text = reading.edited(edits)
      texts[rewrite.title] = text.string(0..<text.count)
    }
    return texts
  }

  @Test("At the cursor")
  func cursor() throws {
    let texts = try rewritten(Self.page.replacing("Where", with: "Whe|re"))
    #expect(
      Set(texts.keys) == [
        "Give this turn to Ada", "Split this turn here", "Split this turn here; Ada goes on",
        "Merge with the turn of Ada above", "Begin a section here", "Insert [inaudible 0:22] here",
      ])
    #expect(texts["Give this turn to Ada"] == Self.page.replacing("Bo: It", with: "Ada: It"))
    #expect(
      texts["Split this turn here; Ada goes on"]
        == Self.page.replacing(
          "dry. Where do we tie it? To the chain. (0:20)",
          with: "dry. (0:20)\n\nAda: Where do we tie it? To the chain. (0:22)"))
    #expect(
      texts["Split this turn here"]
        == Self.page.replacing(
          "dry. Where do we tie it? To the chain. (0:20)",
          with: "dry. (0:20)\n\nBo: Where do we tie it? To the chain. (0:22)"))
    #expect(
      texts["Merge with the turn of Ada above"]
        == Self.page.replacing(" (0:10)\n\nBo: It", with: " It").replacing("chain. (0:20)", with: "chain. (0:10)"))
    #expect(texts["Begin a section here"] == Self.page.replacing("Bo: It", with: "New section\n\nBo: It"))
  }

  @Test("The selected words, at the beginning, in the middle, and at the end of a turn")
  func words() throws {
    func given(_ words: String) throws -> String? {
      try rewritten(Self.page.replacing(words, with: "|\(words)|"))["Give the selected words to Ada"] ?? nil
    }
    #expect(
      try given("Where do we tie it?")
        == Self.page.replacing(
          "dry. Where do we tie it? To the chain. (0:20)",
          with: "dry. (0:20)\n\nAda: Where do we tie it? (0:22)\n\nBo: To the chain. (0:27)"))
    #expect(
      try given("To the chain.")
        == Self.page.replacing(" To the chain. (0:20)", with: " (0:20)\n\nAda: To the chain. (0:27)").replacing(
          "it?  (", with: "it? ("))
    #expect(
      try given("It is dry.")
        == Self.page.replacing(
          "Bo: It is dry. Where do we tie it? To the chain. (0:20)",
          with: "Ada: It is dry. (0:20)\n\nBo: Where do we tie it? To the chain. (0:22)"))
  }

  @Test("Two speakers of a selection are swapped")
  func swap() throws {
    let texts = try rewritten("|" + Self.page.replacing("Ada: Good", with: "A|da: Good"))
    #expect(
      texts["Swap Ada and Bo in the selection"]
        == "Bo: Is the rope dry? It was wet this morning. (0:10)\n\nAda: It is dry. Where do we tie it? To the chain. (0:20)\n\nBo: Good. (0:30)\n"
    )
  }

  @Test("A paragraph without a label keeps its speaker when the one above changes hands")
  func continuation() throws {
    let source = "Ada: One.\n\nBo: Two.\n\nThree.\n\nAda: Four.\n\nBo: Five.\n\nAda: Six.\n\nBo: Seven.\n"
    let texts = try rewritten(source.replacing("Two.", with: "|Two|."), as: "labels")
    #expect(texts["Give this turn to Ada"] == source.replacing("Bo: Two", with: "Ada: Two"))
    let merged = try rewritten(source.replacing("Two.", with: "T|wo."), as: "labels")
    #expect(
      merged["Merge with the turn of Ada above"]
        == source.replacing("One.\n\nBo: Two.\n\nThree", with: "One. Two.\n\nBo: Three"))
  }

  @Test("Items: the seconds from the times")
  func seconds() throws {
    let source =
      "---\ntranscript:\n- line: a b|\n  sec: 9\n  time: '0:10'\n  who: Ada\n- line: c\n  time: '0:20'\n  who: Bo\n---\n"
    let texts = try rewritten(source, as: "front-matter")
    #expect(
      texts["Take the seconds from the times in the whole file"]
        == source.replacing("|", with: "").replacing("sec: 9", with: "sec: 10")
        .replacing("  time: '0:20'", with: "  sec: 20\n  time: '0:20'"))
  }

  @Test("What cannot be made says why")
  func reasons() throws {
    let reading = try read("Ada: One. (0:01)\n\nAda: Two. (0:02)\n", as: "page")
    let reasons = rewrites(reading, at: 0..<0).compactMap { rewrite in
      if case .unavailable(let reason) = rewrite.outcome { reason } else { nil }
    }
    #expect(
      reasons == [
        "No other speaker is named nearby.", "No words stand before or behind the cursor.",
        "No turn stands directly above.",
      ])
    #expect(rewrites(try read("", as: "page"), at: 3..<9) == [])
  }

  @Test("The last but one turn of a speaker is kept where a label is told by recurring")
  func labelLoss() throws {
    let source =
      "1\n00:00:01,000 --> 00:00:02,000\nAda: One.\n\n2\n00:00:02,000 --> 00:00:03,000\nBo: Two.\n\n3\n00:00:03,000 --> 00:00:04,000\nAda: Three.\n\n4\n00:00:04,000 --> 00:00:05,000\nBo: Four.\n"
    let reading = try read(source, as: "srt")
    let place = try #require(reading.text.place(of: "One"))
    let give = rewrites(reading, at: place..<place).first { $0.kind == .speaker }
    #expect(
      give?.outcome
        == .unavailable("The label “Ada” would be left in one place, where it could not be told from words."))
  }

  /// The words without the marks of what is uncertain.
  private func unmarked(_ words: [Substring]) -> [Substring] {
    words.joined(separator: " ").replacing(/\[inaudible[^\]]*\] ?/, with: "").replacing(/\[([^\]]*)\?\]/) { $0.1 }
      .split(separator: " ")
  }

  @Test("What is rewritten is read, with the same words in the same order", arguments: Sample.all)
  func everywhere(sample: Sample) throws {
    let reading = sample.reading
    func words(_ reading: Reading) -> [Substring] {
      reading.script.units.flatMap { $0.text.split(whereSeparator: \.isWhitespace) }
    }
    var made: Set<Rewrite.Kind> = []
    for segment in reading.segments() {
      let content = reading.content(of: segment)
      let middle = (content.lowerBound + content.upperBound) / 2
      let behind = min(reading.text.count, content.upperBound + 20)
      for range in [middle..<middle, content.lowerBound..<behind, middle..<min(middle + 9, content.upperBound)] {
        for rewrite in rewrites(reading, at: range) {
          guard case .changes(let changes) = rewrite.outcome, let edits = reading.edits(for: changes) else { continue }
          made.insert(rewrite.kind)
          let after = Document(reading.edited(edits), format: sample.format).reading
          let found = rewrite.kind == .uncertain ? unmarked(words(after)) : words(after)
          #expect(
            found == words(reading), "\(sample): \(rewrite.title)\n\(after.text.string(0..<after.text.count))")
        }
      }
    }
    let hasEnds = reading.segments().contains { reading.episode.rows[$0].end != nil }
    #expect(made.contains(.split) && (made.contains(.merge) || hasEnds), "\(sample) \(made)")
    let isLabelled = reading.segments().contains { reading.speaker(of: $0) != nil }
    #expect(made.contains(.speaker) == isLabelled, "\(sample) \(made)")
  }

  @Test("Words in double quotes, over several lines and with escapes")
  func doubleQuotes() throws {
    func said(_ words: String, _ title: String) throws -> [String] {
      let item =
        "---\ntranscript:\n- line: \"\(words)\"\n  who: Ada\n- line: Good.\n  who: Bo\n- line: So.\n  who: Ada\n- line: Yes.\n  who: Bo\n---\n"
      let text = try #require(try rewritten(item, as: "front-matter")[title] ?? nil)
      return try read(text, as: "front-matter").script.units.dropLast(3).map { "\($0.speaker ?? ""): \($0.text)" }
    }
    #expect(
      try said(
        "The rope is wet\\\n    \\ |and heavy,| and the \\\n    boat \\u2603 is dry.", "Give the selected words to Bo")
        == ["Ada: The rope is wet", "Bo: and heavy,", "Ada: and the boat ☃ is dry."])
    #expect(
      try said("The rope\\\n    \\ is wet and the \\\n    b|oat \\u2603 is dry.", "Split this turn here")
        == ["Ada: The rope is wet and the", "Ada: boat ☃ is dry."])
    #expect(
      try said("The rope is wet \\u2|603 and\\\n    \\ dry.", "Split this turn here")
        == ["Ada: The rope is wet", "Ada: ☃ and dry."])
  }

  @Test("A voice behind all words")
  func voiceBehindWords() throws {
    let cues = "1\n00:00:01,000 --> 00:00:02,000\nThe rope\n\n2\n00:00:03,000 --> 00:00:04,000\nis d|ry.\n<v Bo>\n"
    let texts = try rewritten(cues, as: "srt")
    #expect(texts["Merge with the turn above"] == "1\n00:00:01,000 --> 00:00:04,000\nThe rope\nis dry.\n\n")
  }

  @Test(
    "Labels, times and marks where nobody expects them: the edits are in order and in the text", arguments: Sample.all)
  func damaged(sample: Sample) throws {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "<v Bo>", "</v>", "Bo: ", "-->", "\n", "\n\n", "99:99:99", "0:00", "**", "[", "]", "- line: ", "  who: ",
      "  sec: 7\n", "'",
      "\"", "🎈", "\u{FEFF}", "---\n", "00:00:03,000 --> 00:00:02,000\n", "WEBVTT", "(0:05)", "\t",
    ]
    for _ in 0..<12 {
      var text = sample.text
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let line = text.content(ofLine: Int.random(in: 0..<text.lineCount, using: &generator))
        let place = [line.lowerBound, line.upperBound].randomElement(using: &generator)!
        text.apply(Edit(place..<place, pieces.randomElement(using: &generator)!))
      }
      let reading = Document(text, format: sample.format).reading
      for line in 0..<text.lineCount {
        let start = text.content(ofLine: line).lowerBound + text.content(ofLine: line).count / 2
        for range in [start..<start, start..<text.content(ofLine: line).upperBound, start..<text.count] {
          for case .changes(let changes) in rewrites(reading, at: range).map(\.outcome) {
            var end = 0
            for edit in reading.edits(for: changes) ?? [] {
              #expect(end <= edit.range.lowerBound && edit.range.upperBound <= text.count)
              end = edit.range.upperBound
            }
          }
        }
      }
    }
  }

  @Test("A comma behind a selected word stays with it")
  func comma() throws {
    let source = Self.page.replacing("It is dry. Where", with: "|It is dry|, Ada. Where")
    let texts = try rewritten(source)
    #expect(
      texts["Give the selected words to Ada"]
        == Self.page.replacing("Bo: It is dry. Where", with: "Ada: It is dry, (0:20)\n\nBo: Ada. Where")
        .replacing("To the chain. (0:20)", with: "To the chain. (0:22)"))
  }

  @Test("What could not be heard, and what is a guess")
  func uncertain() throws {
    let heard = try rewritten(Self.page.replacing("To the", with: "|To the"))
    #expect(heard["Insert [inaudible 0:27] here"] == Self.page.replacing("it? To", with: "it? [inaudible 0:27] To"))
    let first = try rewritten(Self.page.replacing("Is the", with: "|Is the"))
    #expect(first["Insert [inaudible 0:10] here"] == Self.page.replacing("Is the", with: "[inaudible 0:10] Is the"))
    let guess = try rewritten(Self.page.replacing("It is dry.", with: "It is |dry.| "))
    #expect(guess["Mark the selected words as uncertain"] == Self.page.replacing("dry. Where", with: "[dry?].  Where"))
    let long = try rewritten(Self.page.replacing("It is dry. Where do", with: "|It is dry. Where| do"))
    #expect(long["Mark the selected words as uncertain"] == .some(nil))
  }

  @Test("Quotes come and go where they are not needed")
  func quotes() throws {
    let source = "---\ntitle: Th|e rope\ntranscript:\n- who: Ada\n  time: '0:10'\n  line: Is it dry?\n---\n"
    let quoted = "---\ntitle: 'The rope'\ntranscript:\n- who: Ada\n  time: '0:10'\n  line: Is it dry?\n---\n"
    #expect(try rewritten(source, as: "front-matter")["Put this value into quotes"] == quoted)
    #expect(
      try rewritten(quoted.replacing("The rope", with: "The| rope"), as: "front-matter")["Take the quotes away"]
        == source.replacing("|", with: ""))
    let needed = quoted.replacing("'The rope'", with: "'The: |rope'")
    #expect(try rewritten(needed, as: "front-matter")["Take the quotes away"] == .some(nil))
    let words = quoted.replacing("Is it dry?", with: "Is it d|ry?")
    #expect(
      try rewritten(words, as: "front-matter")["Put this value into quotes"]
        == quoted.replacing("Is it dry?", with: "'Is it dry?'"))
    #expect(try rewritten(Self.page.replacing("It is", with: "It| is"))["Put this value into quotes"] == nil)
  }
}
