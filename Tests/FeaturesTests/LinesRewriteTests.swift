import Features
import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// Lines that are wrapped and joined say what they said.
struct LinesRewriteTests {
  private static let wrap = "Wrap the lines of this turn"
  private static let join = "Join the lines of this turn"

  /// What a text becomes; nil where the rewrite cannot be made. The cursor is marked by `‸`, or stands at the beginning.
  private func rewritten(_ marked: String, _ title: String, as name: String) throws -> String? {
    let pieces = marked.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
    let reading = try read(pieces.joined(), as: name)
    let place = pieces.count > 1 ? pieces[0].utf8.count : 0
    let rewrite = rewrites(reading, at: place..<place).first { $0.title == title }
    guard case .changes(let changes) = rewrite?.outcome, let edits = reading.edits(for: changes) else { return nil }
    let text = reading.edited(edits)
    return text.string(0..<text.count)
  }

  private static let long =
    "The rope is wet again, and nobody knows who left it on deck in the rain of the last night, or why it was not in the locker."

  @Test("A paragraph is wrapped at 80 columns, and joined again")
  func wrapAndJoin() throws {
    let source = "**Ada:** [00:00:05] \(Self.long)\n\n**Bo:** [00:00:11] I did.\n"
    let wrapped = """
      **Ada:** [00:00:05] The rope is wet again, and nobody knows who left it on deck
      in the rain of the last night, or why it was not in the locker.

      **Bo:** [00:00:11] I did.

      """
    #expect(try rewritten(source, Self.wrap, as: "se-unlocked") == wrapped)
    #expect(try rewritten(wrapped, Self.join, as: "se-unlocked") == source)
    #expect(try rewritten(wrapped, Self.wrap, as: "se-unlocked") == wrapped)
    #expect(try rewritten(source, Self.join, as: "se-unlocked") == nil)
  }

  @Test("A paragraph is wrapped at the width of the others, whatever its own lines are")
  func usualWidth() throws {
    let others = """
      **Bo:** [00:00:11] I did, and I am
      sorry for it. There was no light on the
      deck, and the locker is on the far side
      of the boat, behind the mast and sails.

      **Ada:** [00:00:31] Then let us go and
      look for another one before it is dark.

      """
    let source = "**Ada:** [00:00:05] \(Self.long)\n\n" + others
    let wrapped = """
      **Ada:** [00:00:05] The rope is wet
      again, and nobody knows who left it on
      deck in the rain of the last night, or
      why it was not in the locker.


      """
    #expect(try rewritten(source, Self.wrap, as: "se-unlocked") == wrapped + others)
    // Where each sentence has a line of its own, lines have no width.
    let sentences = """
      **Bo:** [00:00:11] I did.
      I am sorry for it, and will not do it again.
      There was no light on the deck.
      It is on the far side.

      """
    let usual = try #require(
      try rewritten("**Ada:** [00:00:05] \(Self.long)\n\n" + sentences, Self.wrap, as: "se-unlocked"))
    #expect(usual.hasPrefix("**Ada:** [00:00:05] The rope is wet again, and nobody knows who left it on deck\nin "))
  }

  @Test("Wide characters take two columns, and marks on letters none")
  func widths() throws {
    let wide = Array(repeating: "船はもう古い", count: 9).joined(separator: " ")
    let wrapped = try #require(try rewritten("**Ada:** [00:00:05] \(wide)\n", Self.wrap, as: "se-unlocked"))
    // 20 columns of marks, then 12 for each word and one for each blank.
    #expect(wrapped.split(separator: "\n").map { $0.filter { $0 == "船" }.count } == [4, 5])
    let marked = Array(repeating: "e\u{301}e\u{301}e\u{301}e\u{301}", count: 20).joined(separator: " ")
    let lines = try #require(try rewritten("**Ada:** [00:00:05] \(marked)\n", Self.wrap, as: "se-unlocked"))
    #expect(lines.split(separator: "\n").map { $0.split(separator: " ").count } == [14, 8])
  }

  @Test(
    "Nothing that means something at the beginning of a line comes to stand there",
    arguments: [
      "#", "##", "-", "*", "+", ">", "1.", "2)", "|", "===", "---", "```", "~~~", "<!--", "[00:00:07]", "**Bo:**",
      "Bo:",
      "(0:07)", "12:04", "&", "–",
    ])
  func beginnings(mark: String) throws {
    let text = "**Ada:** [00:00:05] " + Array(repeating: "rope \(mark) end", count: 30).joined(separator: " ") + "\n"
    let wrapped = try #require(try rewritten(text, Self.wrap, as: "se-unlocked"), "\(mark)")
    let lines = wrapped.split(separator: "\n")
    #expect(lines.count > 3)
    for line in lines.dropFirst() { #expect(line.hasPrefix("rope ") || line.hasPrefix("end "), "\(line)") }
    #expect(Saying(try read(wrapped, as: "se-unlocked")) == Saying(try read(text, as: "se-unlocked")))
  }

  @Test("Items of a list, quotations, and ends of line that Markdown keeps, stay")
  func kept() throws {
    for rest in [
      "- one\n- two", "1. one\n2. two", "> one", "and one  \nand two", "and one\\\nand two", "| a | b\n| c | d",
    ] {
      let text = "**Ada:** [00:00:05] These are\nof two kinds:\n\(rest)\n"
      let joined = try #require(try rewritten(text, Self.join, as: "se-unlocked"))
      let start = rest.hasPrefix("and") ? " " : "\n"
      #expect(joined == "**Ada:** [00:00:05] These are of two kinds:\(start)\(rest)\n")
    }
  }

  @Test("A link is not cut, and neither is what stands between its words and the address")
  func links() throws {
    let link = "[the rope of the ferry](https://a.example/rope \"The rope\")"
    let text = "**Ada:** [00:00:05] \(Self.long) \(link) \(Self.long)\n"
    let wrapped = try #require(try rewritten(text, Self.wrap, as: "se-unlocked"))
    #expect(wrapped.contains("https://a.example/rope \"The rope\")"))
  }

  @Test("Lines that are indented stay so")
  func indented() throws {
    let text = "ADA: The rope is wet again,\n  and nobody knows who left it on deck in the rain of the last night.\n"
    #expect(
      try rewritten(text + "\nBO: I did.\n\nADA: So.\n\nBO: Yes.\n", Self.wrap, as: "minutes")?.hasPrefix(
        "ADA: The rope is wet again, and nobody knows who left it on deck in the rain of\n  the last night.\n\n")
        == true)
  }

  @Test("Where a line is a paragraph, no lines are offered")
  func oneLine() throws {
    #expect(try rewritten("Ada: \(Self.long) (0:05)\n", Self.wrap, as: "page") == nil)
    #expect(try rewritten("[00:05] Ada: \(Self.long)\n", Self.wrap, as: "blog") == nil)
  }

  @Test("Ends of line are those of the file")
  func lineEnds() throws {
    let source = "**Ada:** [00:00:05] \(Self.long)\r\n\r\n**Bo:** [00:00:11] I did.\r\n"
    let wrapped = try #require(try rewritten(source, Self.wrap, as: "se-unlocked"))
    #expect(wrapped.contains("on deck\r\nin the rain"))
    #expect(try rewritten(wrapped, Self.join, as: "se-unlocked") == source)
  }

  // MARK: - Front matter

  private static let item = "---\ntitle: A\ntranscript:\n- line: \(long)\n  who: Ada\n  time: '0:05'\n---\n"

  @Test("An item is folded as PyYAML folds it")
  func item() throws {
    let source = Self.item.replacing("The rope", with: "The r‸ope")
    let wrapped = Self.item.replacing(
      "the rain of the last night, or why", with: "the rain of\n    the last night, or why")
    #expect(try rewritten(source, Self.wrap, as: "front-matter") == wrapped)
    #expect(
      try rewritten(wrapped.replacing("The rope", with: "The r‸ope"), Self.join, as: "front-matter") == Self.item)
  }

  @Test("Values of the metadata, in quotes and in lists that are indented", arguments: ["", "'", "\""])
  func metadata(quote: String) throws {
    for before in ["summary: ", "summary:\n- ", "summary:\n  - ", "about:\n  summary: "] {
      let source = "---\n\(before)\(quote)T‸\(Self.long)\(quote)\nlast: B\ntranscript:\n- line: A\n---\n"
      let text = source.replacing("‸", with: "")
      guard before.hasSuffix("summary: ") else { continue }
      let wrapped = try #require(
        try rewritten(source, "Wrap the lines of this value", as: "front-matter"), "\(before)")
      #expect(wrapped != text && wrapped.split(separator: "\n").allSatisfy { $0.count < 95 }, "\(wrapped)")
      #expect(Saying(try read(wrapped, as: "front-matter")) == Saying(try read(text, as: "front-matter")))
      let place = wrapped.replacing("TThe", with: "T‸The")
      #expect(try rewritten(place, "Join the lines of this value", as: "front-matter") == text)
    }
  }

  @Test("What stands behind a mark for blocks, in braces, or has ends of line of its own, stays on its lines")
  func keptValues() throws {
    let braces = "---\ntranscript:\n- {line: The rope \(Self.long.filter { $0 != "," })‸, who: Ada}\n---\n"
    #expect(try rewritten(braces, Self.wrap, as: "front-matter") == nil)
    let block = "---\ntranscript:\n- who: Ada\n  line: >\n    The rope ‸is\n    dry.\n---\n"
    #expect(
      rewrites(try read(block.replacing("‸", with: ""), as: "front-matter"), at: 50..<50).allSatisfy {
        if $0.kind == .lines, case .changes = $0.outcome { false } else { true }
      })
    let own = "---\nsummary: 'A‸da\n\n  Bo'\ntranscript:\n- line: A\n---\n"
    #expect(try rewritten(own, "Join the lines of this value", as: "front-matter") == nil)
  }

  // MARK: - Cues

  @Test("A cue is broken as captions are, and each of two speakers keeps a line")
  func cues() throws {
    let source =
      "WEBVTT\n\n00:05.000 --> 00:11.000\n<v Ada>The rope is <i>wet again</i>, and nobody knows who left it‸.</v>\n"
    let wrapped = source.replacing("‸", with: "").replacing("again</i>, and", with: "again</i>,\nand")
    #expect(try rewritten(source, Self.wrap, as: "webvtt") == wrapped)
    #expect(
      try rewritten(wrapped.replacing("left it", with: "left it‸"), Self.join, as: "webvtt")
        == source.replacing("‸", with: ""))
    let two = "1\n00:00:05,000 --> 00:00:11,000\n- Is the ‸rope\ndry? - Yes.\n- It\nis.\n"
    #expect(
      try rewritten(two, Self.join, as: "srt")
        == "1\n00:00:05,000 --> 00:00:11,000\n- Is the rope dry? - Yes.\n- It is.\n")
  }

  // MARK: - Everywhere

  /// Words, and what looks like something else where a line begins with it.
  private static let words = [
    "rope", "and", "the", "deck,", "harbour", "“Aye.”", "naïve", "жук", "船", "I", "a", "#", "-", ">", "1.", "2)", "Bo:",
    "ADA:", "**Bo:**", "__Bo__:", "Q.", "[00:00:07]", "[0:07]", "12:04", "(1:02)", "---", "===", "```", "|", "\\",
    "it's",
    "`code", "`", "<i>", "</i>", "[a", "b](https://a.example/c", "d)", "&amp;", "&", "Transcribed", "by",
    "https://otter.ai",
    "SPEAKER", "'", "\"", ": ", "''", "#hash", "{", "}", "[x", "y]", "Then we wait:", "NOTE", "WEBVTT", "e\u{301}",
  ]

  @Test("Whatever is wrapped or joined says the same, and comes back", arguments: Notations.tried.formats.map(\.name))
  func everywhere(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    var generator = SeededGenerator(seed: 5)
    var made = 0
    for round in 0..<24 {
      var script = Script()
      for index in 0..<4 {
        let words = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
          Int.random(in: 0...(round < 4 ? 0 : 3), using: &generator) == 0
            ? Self.words[Int.random(in: 0..<11, using: &generator)] : Self.words.randomElement(using: &generator)!
        }
        script.elements.append(
          Script.Element(
            .unit(
              Script.Unit(
                speaker: ["Ada", "Bo"][index % 2], start: Time(seconds: 5 + index * 9),
                end: Time(seconds: 12 + index * 9), text: words.joined(separator: " ")))))
      }
      guard let written = script.written(in: format) else { return }
      let reading = Document(Text(written.bytes), format: format).reading
      made += try check(reading, format)
    }
    let holdsLines = [
      "se-unlocked", "descript", "ladybug", "rustacean", "bitcoin", "minutes", "oral-history", "webvtt", "srt",
    ]
    #expect((made > 20) == (holdsLines.contains(name) || name == "front-matter"), "\(name): \(made)")
  }

  /// Wraps and joins each segment, and all of them together; returns how many lines were changed.
  private func check(_ reading: Reading, _ format: any Format) throws -> Int {
    var made = 0
    let whole = 0..<reading.text.count
    for range in [whole]
      + reading.segments().map({ reading.content(of: $0).lowerBound..<reading.content(of: $0).lowerBound + 1 })
    {
      for rewrite in rewrites(reading, at: range) where rewrite.kind == .lines {
        guard case .changes(let changes) = rewrite.outcome, let edits = reading.edits(for: changes), !edits.isEmpty
        else {
          continue
        }
        made += 1
        let after = Document(reading.edited(edits), format: format).reading
        expectSame(reading, after)
        // There and back again, nothing is lost or added but ends of line.
        for back in rewrites(after, at: 0..<after.text.count) where back.kind == .lines {
          guard case .changes(let changes) = back.outcome, let edits = after.edits(for: changes) else { continue }
          expectSame(reading, Document(after.edited(edits), format: format).reading)
        }
      }
    }
    return made
  }

  private func expectSame(_ one: Reading, _ other: Reading) {
    let text = { (reading: Reading) in reading.text.string(0..<reading.text.count) }
    let say = { (reading: Reading) in
      reading.blocks.indices.map { block in
        reading.blocks.parts(of: block).map {
          "\($0.kind) \($0.fault.map { "\($0)" } ?? "") \(reading.string(of: $0, in: block))"
        }
      }
    }
    #expect(say(one) == say(other), "\(text(one))\nbecame\n\(text(other))")
    #expect(one.blocks.indices.map(one.kind) == other.blocks.indices.map(other.kind))
    #expect(Saying(one) == Saying(other))
    let words = { (text: String) in text.split(whereSeparator: \.isWhitespace) }
    if !text(one).contains("\\") { #expect(words(text(one)) == words(text(other))) }
  }
}
