import Formats
import Rules
import SourceText
import Support
import Testing
import Transcript

/// What safe fixes must leave as it is, and what they may make of it.
struct NoHarmTests {
  private func mend(_ text: String, as notation: String, _ settings: Settings = .everything) throws -> String {
    let format = try #require(Notations.builtIn.format(named: notation))
    let loop = FixLoop(.safe) {
      Document($0, format: format).reading
    } judge: {
      Judge.findings(in: $0, settings)
    }
    let result = loop.run(Document(Text(text), format: format).reading).reading.text
    return result.string(0..<result.count)
  }

  /// Front matter with some items between healthy ones.
  private func page(_ items: String) -> String {
    """
    ---
    title: The Weir
    transcript:
    - line: Good evening from the weir.
      sec: 1
      time: '0:01'
      who: Ines
    \(items)- line: And so we close the gate.
      sec: 90
      time: '1:30'
      who: Bo
    ---

    """
  }

  private static let copy = "- line: 'The gate was built by the people who lived below it'\n"
  private static let richer = copy + "  sec: 9\n  time: '0:09'\n  who: Bo\n"

  @Test(
    "A copy in which anything else stands is left to a person",
    arguments: [
      "  note: 'tape 2'\n", "  image: weir.jpg\n", "  # by hand\n", "  image: [a.jpg, b.jpg]\n",
      "  spoken: |\n    more\n",
      "  links:\n    map: weir\n",
    ])
  func copies(more: String) throws {
    let text = page(Self.richer + Self.copy + more)
    #expect(try mend(text, as: "front-matter", Settings()) == text)
    let behind = page(Self.richer + more + Self.copy)
    #expect(try mend(behind, as: "front-matter", Settings()) == page(Self.richer + more))
  }

  @Test(
    "Of an item that YAML refuses no value is quoted, as nobody knows what is said there",
    arguments: [
      "- line: So it goes # on\u{85}and on\n", "- line: So it goes # on\n  who: @Ines\n",
      "- line: So # on\n  who: 'Ines\n",
    ])
  func refusedItems(item: String) throws {
    let text = page(item)
    #expect(try mend(text, as: "front-matter", Settings()) == text)
    // Where nothing else is wrong, it is.
    #expect(
      try mend(page("- line: So it goes # on\n  sec: 5\n  time: '0:05'\n  who: Bo\n"), as: "front-matter", Settings())
        .contains("- line: 'So it goes # on'\n"))
  }

  @Test(
    "A character that nobody sees stays where a time may be read without it, and goes where not",
    arguments: [
      ("[00\u{AD}:00:02] Ines: Yes.", true), ("[00:00:\u{200B}02] Ines: Yes.", true),
      ("\u{2060}[00:0 Ines: Yes.", true),
      ("[00:00:02] Ines: At 10\u{200B}:30 sharp.", false), ("[00:00:02] Ines: Y\u{AD}es.", false),
      ("[00:00:02] Ines: Yes at 4\u{AD}.", false),
    ])
  func unseenInTimes(line: String, stays: Bool) throws {
    let text = "[00:00:01] Bo: So.\n\n\(line)\n\n[00:00:09] Bo: And so.\n\n[00:00:12] Ines: No.\n"
    let rule = Settings.only(["invisible-character"])
    let isSame = try mend(text, as: "blog", rule) == text
    #expect(isSame == stays)
    let format = try #require(Notations.builtIn.format(named: "blog"))
    let found = Judge.findings(in: Document(Text(text), format: format).reading, rule)
    #expect(found.flatMap(\.fixes).contains(where: \.isSafe) == !stays, "what is offered as safe is made")
  }

  @Test(
    "CR CR LF is one end of line, made twice",
    arguments: [
      ("0:01 a\r\r\n0:04 b\r\r\n0:09 c\r\r\n", "0:01 a\r\n0:04 b\r\n0:09 c\r\n"),
      ("0:01 a\n0:04 b\r\r\n0:09 c\n", "0:01 a\n0:04 b\n0:09 c\n"),
      ("0:01 a\r0:04 b\r0:09 c\r", "0:01 a\r0:04 b\r0:09 c\r"),
      ("0:01 a\r\r0:04 b\r\r0:09 c\r\r", "0:01 a\r\r0:04 b\r\r0:09 c\r\r"),
      ("0:01 a\r\n\r\n0:04 b\r\n0:09 c\r\n", "0:01 a\r\n\r\n0:04 b\r\n0:09 c\r\n"),
    ])
  func doubledLineEnds(text: String, after: String) throws {
    #expect(try mend(text, as: "captions", Settings.only(["line-endings"])) == after)
  }

  @Test(
    "No value is quoted that would say something else then, or leave something out",
    arguments: [
      "- line: So it goes\n  sec: 5\n  time: '0:05'\n  who: [Ines, Bo]\n",
      "- line: So it goes\n  sec: 5\n  time: '0:05'\n  who: {a: Bo}\n",
    ])
  func quoting(items: String) throws {
    let text = page(items)
    #expect(try mend(text, as: "front-matter", Settings()) == text)
  }

  @Test("What follows a value behind a hash is said, or stays what it was")
  func tail() throws {
    let (before, behind) = ("he said : we close it # each evening", "\n  sec: 5\n  time: '0:05'\n  who: Bo\n")
    let result = try mend(page("- line: \(before)\(behind)"), as: "front-matter", Settings())
    let allowed = [before, "'\(before)'", "'he said: we close it # each evening'"]
    #expect(allowed.map { page("- line: \($0)\(behind)") }.contains(result), "\(result)")
  }

  @Test(
    "A number of seconds that no clock shows gets no time", arguments: ["-1", "-2000", "1800000", "99999999", "1e300"])
  func seconds(number: String) throws {
    let text = page("- line: So it goes\n  sec: \(number)\n  who: Bo\n")
    #expect(try mend(text, as: "front-matter", Settings()) == text)
  }

  @Test(
    "What the glossary puts into a value is quoted where YAML would read something else",
    arguments: [
      "0x1F", "<<", "1.5e+3", ".inf", "on", "~", "0:12", "2026-11-26", "=", ".NaN", "0b11", "1_000", "y", "- a", "a: b",
      "a #b",
      "[a]", "it's", "é: x", "%", "null", "? x",
    ])
  func glossary(right: String) throws {
    var settings = Settings()
    settings.glossary = [.init(wrong: "xyz", right: right)]
    for value in ["xyz", "'xyz'"] {
      let text = page("- line: \(value)\n  sec: 5\n  time: '0:05'\n  who: Bo\n")
      #expect(
        try mend(text, as: "front-matter", settings)
          == page(
            "- line: \(value == "xyz" && right == "it's" ? right : Scalar.single(right))\n  sec: 5\n  time: '0:05'\n  who: Bo\n"
          ))
    }
  }

  @Test(
    "A word of the glossary that is part of what is right does not grow",
    arguments: [
      ("weir", "weir of the weir"), ("weir", "weir  of the weir"), ("weir", "Old Weir, the weir"),
      ("the weir", "at the weir"),
      ("weir", "the old weir"), ("weir", "weir-weir"),
    ])
  func growing(wrong: String, right: String) throws {
    var settings = Settings()
    settings.glossary = [.init(wrong: wrong, right: right)]
    let text = "Ines: Weir here, the weir there. (0:01)\n\nBo: Yes. (0:05)\n\nInes: No. (0:09)\n"
    let once = try mend(text, as: "page", settings)
    #expect(once != text)
    #expect(once.utf8.count < 2 * text.utf8.count)
    #expect(try mend(once, as: "page", settings) == once)
  }

  private static let nbsp = "\u{A0}"

  @Test(
    "A blank that does not break becomes a blank, and goes only beside another one",
    arguments: [
      ("Ines: From the weir.\(nbsp)(0:05)", "Ines: From the weir. (0:05)"),
      ("Ines:\(nbsp)So it is. (0:05)", "Ines: So it is. (0:05)"),
      ("Ines: \(nbsp)So it is. (0:05)", "Ines: So it is. (0:05)"),
      ("Ines: So it is.\(nbsp) (0:05)", "Ines: So it is. (0:05)"),
      ("Ines: So\(nbsp)it is. (0:05)", "Ines: So it is. (0:05)"),
      ("Ines: So \(nbsp)it is. (0:05)", "Ines: So it is. (0:05)"),
      ("Ines: So\(nbsp)\(nbsp)it is. (0:05)", "Ines: So it is. (0:05)"),
      ("Ines: 10\(nbsp)km. (0:05)", "Ines: 10\(nbsp)km. (0:05)"),
    ])
  func blanks(line: String, expected: String) throws {
    let rest = "\n\nBo: It is loud. (0:12)\n\nInes: Since the rain. (0:19)\n\nBo: Yes. (0:26)\n"
    #expect(try mend(line + rest, as: "page", Settings()) == expected + rest)
  }

  @Test(
    "Of several comments on a line only the one goes that silences nothing",
    arguments: [
      (
        "<!-- tapescript-ignore time-order --> <!-- tapescript-ignore double-space -->",
        "<!-- tapescript-ignore double-space -->"
      ),
      (
        "<!-- tapescript-ignore double-space --> <!-- tapescript-ignore time-order -->",
        "<!-- tapescript-ignore double-space -->"
      ),
      (
        "<!-- checked --> <!-- tapescript-ignore time-order, double-space -->",
        "<!-- checked --> <!-- tapescript-ignore double-space -->"
      ),
      (
        "<!-- tapescript-ignore time-order --><!-- tapescript-ignore double-space -->",
        "<!-- tapescript-ignore double-space -->"
      ),
      (
        "<!-- tapescript-ignore time-gap --> <!-- a > b --> <!-- tapescript-ignore double-space -->",
        "<!-- a > b --> <!-- tapescript-ignore double-space -->"
      ),
      // Where the end of a comment is damaged, the next one is part of it.
      (
        "<!-- tapescript-ignore time-gap -> <!-- by hand --> <!-- tapescript-ignore double-space -->",
        "<!-- tapescript-ignore time-gap -> <!-- by hand --> <!-- tapescript-ignore double-space -->"
      ),
      (
        "<!-- tapescript-ignore time-gap: so <!-- by hand --> <!-- tapescript-ignore double-space -->",
        "<!-- tapescript-ignore time-gap: so <!-- by hand --> <!-- tapescript-ignore double-space -->"
      ),
      (
        "<!-- tapescript-ignore time-gap -> by hand --> <!-- tapescript-ignore double-space, time-gap -->",
        "<!-- tapescript-ignore time-gap -> by hand --> <!-- tapescript-ignore double-space -->"
      ),
      (
        "<!-- tapescript-ignore time-gap, time-order -> by hand --> <!-- tapescript-ignore double-space -->",
        "<!-- tapescript-ignore time-gap, time-order -> by hand --> <!-- tapescript-ignore double-space -->"
      ),
    ])
  func comments(line: String, expected: String) throws {
    let (above, below) = (
      "Ines: Good evening. (0:01)\n\n", "\n\nBo: And  this. (0:05)\n\nInes: The third one. (0:09)\n"
    )
    #expect(try mend(above + line + below, as: "page", Settings()) == above + expected + below)
  }

  @Test("A dot that may stand for a colon is left to a person")
  func slip() throws {
    let lines = (1...8).map { "[00:00:\($0 + 10)] Ines: Part \($0) of the evening.\n\n" }
    let text = lines.joined().replacing("[00:00:13]", with: "[00:00.13]")
    #expect(try mend(text, as: "blog", Settings()) == text)
  }

  @Test("Rules that undo each other block nothing else")
  func quarrel() throws {
    let text = "Ines: I said so – : and then two  blanks. (0:01)\n\nBo: Yes. (0:05)\n\nInes: No. (0:09)\n"
    let settings = Settings.only(["dash-style", "space-before-punctuation", "double-space"])
    #expect(try mend(text, as: "page", settings) == text.replacing("two  blanks", with: "two blanks"))
  }

  @Test(
    "A note in what YAML takes for a list, an alias or a comment is none",
    arguments: [
      "[laughs]", "[laughs, claps]", "|  # [laughs]\n    So", "*laughs", "!t [laughs]", "{laughs: [laughs]}", "[laughs",
    ])
  func notes(value: String) throws {
    let seconds = Array(stride(from: 4, to: 60, by: 6))
    let items = seconds.map {
      "- line: So we go (laughs) and go.\n  sec: \($0)\n  time: '0:\($0 < 10 ? "0" : "")\($0)'\n  who: Bo\n"
    }
    let text = page(items.joined() + "- line: \(value)\n  sec: 62\n  time: '1:02'\n  who: Ines\n")
    let format = try #require(Notations.builtIn.format(named: "front-matter"))
    #expect(!Judge.findings(in: Document(Text(text), format: format).reading).contains { $0.rule == "note-form" })
  }

  @Test(
    "What follows a stray backslash is not removed as a character that nobody sees",
    arguments: ["0", "a", "b", "e", "N", "P", "_"])
  func escapes(character: String) throws {
    let text = page("- line: \"The gate of 1\\\(character)25 is here\"\n  sec: 9\n  time: '0:09'\n  who: Bo\n")
    #expect(try mend(text, as: "front-matter", Settings()) == text)
  }
}
