import SeededRandom
import Testing

@testable import Formats

/// What a reader of a page sees of a text in Markdown, and how a text is written so that he sees it.
struct MarkdownTextTests {
  @Test(
    "Marks go, and what they are about stays",
    arguments: [
      (#"\[laughs\] the \*tide\*"#, "[laughs] the *tide*"), ("Tove&#39;s lamp &amp; gate", "Tove's lamp & gate"),
      ("the [tables](https://tide.example/a_(b)) of *today*", "the tables of today"),
      ("**very** __old__ and ***both***", "very old and both"), ("*one **two** three*", "one two three"),
      ("see <https://tide.example>", "see https://tide.example"), ("a <b>wide</b> gate<br>and", "a wide gate and"),
      ("run `open *now*` twice", "run open *now* twice"), ("![the lock](lock.png) at night", "the lock at night"),
      ("> It was late.", "It was late."), (#"\\o/"#, #"\o/"#),
    ])
  func marks(source: String, shown: String) {
    #expect(MarkdownText(source).shown == shown)
  }

  @Test(
    "What only looks like a mark is text",
    arguments: [
      "2 * 3 * 4", "a * b", "snake_case_name", "R&D", "AT&T; and so on", "&nosuch;", "[laughs]", "1 < 2 > 0", "**", "*",
      "a ` b", #"\o/"#, "f*", "", "I said [tables] (all)", "5 > 4",
      "a HashMap<K, V> here", "i<n && k>2", "if i <n, then k> 2", "press <Enter> or <name>", "a<b and so on, then c>d",
      "the [pool](the waiting room, so to say)", "[Foo](https://tide.example/Foo_(bar)_x \"Foo bar\")", "<u is open",
    ])
  func nearMisses(source: String) {
    let parsed = MarkdownText(source)
    #expect(parsed.shown == source)
    #expect(parsed.marks.isEmpty)
    #expect(MarkdownText.escaped(source) == source)
  }

  @Test("Each mark is one, whatever it consists of")
  func count() {
    let parsed = MarkdownText(#"*a* [b](https://tide.example) `c` <i>d</i> \* &amp;"#)
    #expect(
      parsed.marks.map(parsed.string).sorted()
        == ["*a*", "</i>", "<i>", "[b](https://tide.example)", "`c`"].sorted())
  }

  @Test(
    "A text is escaped where it would be taken for something else, and nowhere else",
    arguments: [
      ("*so*", #"\*so\*"#), ("Tove &amp; Ida", #"Tove \&amp; Ida"#), (#"\*"#, #"\\*"#), ("<b>", #"\<b>"#),
      ("[a](b)", #"\[a\](b)"#), ("a_b and *", "a_b and *"), ("`x`", #"\`x\`"#),
    ])
  func escaping(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test("What is escaped shows the text as it was", arguments: UInt64(1)...4)
  func law(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "*", "**", "_", "`", "``", "\\", "[", "](", "](x)", "<b>", "</b>", "<https://tide.example>", "&amp;", "&#39;",
      "&",
      ">", "!", "(", ")", " ", "tide", "a", ".", "ö", "<br>", "![",
    ]
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
        .joined()
      #expect(MarkdownText(MarkdownText.escaped(text)).shown == text, "\(text)")
    }
    for _ in 0..<400 {
      let text = NastyText.random(wild: true, using: &generator)
      #expect(MarkdownText(MarkdownText.escaped(text)).shown == text, "\(text)")
    }
  }
}
