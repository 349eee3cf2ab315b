import SeededRandom
import Support
import Testing

@testable import Formats

/// Front matter is written as PyYAML writes it: what PyYAML wrote once is laid down here, and where it is installed it is asked.
struct YAMLEmitterTests {
  @Test(
    "A text is written as PyYAML writes it",
    arguments: [
      ("Ada", "Ada"), ("", "''"), ("it's", "it's"), ("'tis", "'''tis'"), ("a: b", "'a: b'"), ("a:b", "a:b"),
      ("ends:", "'ends:'"), ("a #1", "'a #1'"), ("C#", "C#"), ("[laughs] yes", "'[laughs] yes'"), ("- x", "'- x'"),
      ("-x", "-x"), ("?x", "?x"), ("? x", "'? x'"), ("--- x", "'--- x'"), ("...and", "'...and'"),
      ("say \"so\"", "say \"so\""),
      ("\"so\"", "'\"so\"'"), ("@x", "'@x'"), ("x, y", "x, y"), (", x", "', x'"), (" x", "' x'"), ("x ", "'x '"),
      ("no", "'no'"), ("nO", "nO"), ("y", "y"), ("On", "'On'"), ("~", "'~'"), ("null", "'null'"), ("<<", "'<<'"),
      ("=", "'='"),
      ("0", "'0'"), ("017", "'017'"), ("089", "089"), ("1e3", "1e3"), ("1.5e+3", "'1.5e+3'"), ("1.5e3", "1.5e3"),
      (".inf", "'.inf'"),
      ("+.5", "+.5"), ("0x1F", "'0x1F'"), ("0o7", "0o7"), ("1:40", "'1:40'"), ("0:12", "0:12"), ("1:75", "1:75"),
      ("2026-11-26", "'2026-11-26'"), ("2026-11-2", "2026-11-2"), ("2026-11-2 1:02:03", "'2026-11-2 1:02:03'"),
      ("café 🎙", "café 🎙"), ("a\tb", "\"a\\tb\""), ("a\rb", "\"a\\rb\""), ("\u{FEFF}x", "\"\\uFEFFx\""),
      ("\u{A0}x", "\u{A0}x"), ("\u{A0}\tx", "\"\u{A0}\\tx\""), ("🎙\t", "\"\\U0001F399\\t\""),
      ("\u{10FFFF}", "\"\\U0010FFFF\""),
      ("a\nb", "'a\n\n  b'"), ("a\n", "'a\n\n  '"), ("a\n\nb", "'a\n\n\n  b'"), ("a \nb", "\"a \\nb\""),
      ("a\n b", "\"a\\n b\""),
      ("a\u{85}b", "'a\u{85}  b'"), ("a\u{2028}b", "'a\u{2028}  b'"), ("\u{0}", "\"\\0\""), ("\u{7F}", "\"\\x7F\""),
      ("\\", "\\"), ("\\\u{1B}", "\"\\\\\\e\""),
    ])
  func text(text: String, expected: String) {
    #expect(written([.text(text)]) == "- \(expected)\n")
  }

  private func written(_ items: [YAMLValue]) -> String {
    let document = String(decoding: YAMLEmitter.document([("t", .sequence(items))]), as: UTF8.self)
    return String(document.dropFirst("t:\n".count))
  }

  @Test("A line ends at the first blank behind column 80, in each style")
  func folding() {
    let text = "The ferry goes at six, at seven, and at eight; nobody has ever seen it go at nine, or later than that."
    #expect(
      written([
        .mapping([("line", .text(text))]), .mapping([("line", .text("Note: " + text))]),
        .mapping([("line", .text(text + "\t"))]),
      ]) == """
        - line: The ferry goes at six, at seven, and at eight; nobody has ever seen it go
            at nine, or later than that.
        - line: 'Note: The ferry goes at six, at seven, and at eight; nobody has ever seen
            it go at nine, or later than that.'
        - line: "The ferry goes at six, at seven, and at eight; nobody has ever seen it go\\
            \\ at nine, or later than that.\\t"

        """)
  }

  @Test("Two blanks stand in one line, and a word without blanks is as long as it is")
  func unbreakable() {
    let word = String(repeating: "o", count: 90)
    #expect(written([.text(word + "  x y")]) == "- \(word)  x\n  y\n")
    #expect(written([.text(word)]) == "- \(word)\n")
  }

  @Test("Lists and mappings inside each other, empty ones, and keys that cannot stand in one line")
  func collections() {
    let long = String(repeating: "k", count: 123)
    let document = YAMLEmitter.document([
      (
        "transcript",
        .sequence([.mapping([("line", .text("Yes.")), ("sec", .literal("5"))]), .mapping([("header", .text("A"))])])
      ),
      ("nested", .sequence([.sequence([.text("a"), .sequence([])]), .mapping([])])),
      ("map", .mapping([("deep", .mapping([("deeper", .sequence([.text("x")]))]))])),
      (String(long.dropLast()), .text("simple")), (long, .sequence([.text("x")])), ("", .text("empty")),
    ])
    #expect(
      String(decoding: document, as: UTF8.self) == """
        transcript:
        - line: Yes.
          sec: 5
        - header: A
        nested:
        - - a
          - []
        - {}
        map:
          deep:
            deeper:
            - x
        \(long.dropLast()): simple
        ? \(long)
        : - x
        ? ''
        : empty

        """)
  }

  @Test(
    "Whatever is in it, PyYAML writes the same",
    .enabled(if: PyYAML.isInstalled, "python3 with PyYAML is not installed"),
    arguments: UInt64(1)...8)
  func sameAsPyYAML(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let documents = (0..<60).map { number in
      number % 3 == 0
        ? YAMLValue.randomMapping(depth: 3, using: &generator) : YAMLValue.randomEpisode(using: &generator)
    }
    for (document, expected) in zip(documents, try PyYAML.dump(documents)) {
      guard case .mapping(let entries) = document else { continue }
      #expect(
        String(decoding: YAMLEmitter.document(entries), as: UTF8.self).utf8.elementsEqual(expected.utf8), "\(expected)")
    }
  }

  @Test("Work grows with the text, however long a line or a word is")
  func linear() {
    for unit in ["word ", "o", "'", "\t", "\u{2028}", "a\n", "🎙"] {
      func time(_ count: Int) -> Duration {
        let text = String(repeating: unit, count: count)
        return (0..<3).map { _ in processorTime { _ = YAMLEmitter.document([("line", .text(text))]) } }.min()!
      }
      // A text sixteen times as long takes sixteen times as long; were it the square, it would be 256 times.
      #expect(time(64_000) < time(4_000) * 64, "\(unit.debugDescription)")
    }
  }
}

extension YAMLValue {
  static func randomEpisode(using generator: inout SeededGenerator) -> YAMLValue {
    let items = (0..<Int.random(in: 1...5, using: &generator)).map { _ -> YAMLValue in
      if Int.random(in: 0..<5, using: &generator) == 0 {
        return .mapping([("header", .text(NastyText.random(wild: true, using: &generator)))])
      }
      let seconds = Int.random(in: 0...9_000, using: &generator)
      return .mapping([
        ("line", .text(NastyText.random(wild: true, using: &generator))), ("sec", .literal(String(seconds))),
        ("time", .text("\(seconds / 60):\(seconds % 60)")),
        ("who", .text(NastyText.random(wild: true, using: &generator))),
      ])
    }
    return .mapping([("transcript", .sequence(items))])
  }

  static func randomMapping(depth: Int, using generator: inout SeededGenerator) -> YAMLValue {
    var entries: [(key: String, value: YAMLValue)] = []
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      var key = NastyText.random(wild: true, using: &generator)
      if Int.random(in: 0..<6, using: &generator) == 0 {
        key = String(repeating: "k", count: Int.random(in: 118...130, using: &generator))
      }
      guard !entries.contains(where: { $0.key.unicodeScalars.elementsEqual(key.unicodeScalars) }) else { continue }
      entries.append((key, random(depth: depth - 1, using: &generator)))
    }
    return .mapping(entries)
  }

  private static func random(depth: Int, using generator: inout SeededGenerator) -> YAMLValue {
    switch Int.random(in: 0..<(depth > 0 ? 5 : 3), using: &generator) {
    case 0...1: .text(NastyText.random(wild: true, using: &generator))
    case 2: .literal(String(Int.random(in: -9...9_999, using: &generator)))
    case 3:
      .sequence((0..<Int.random(in: 0...3, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) })
    default: randomMapping(depth: depth, using: &generator)
    }
  }
}
