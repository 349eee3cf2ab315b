import SeededRandom
import Testing
import Transcript
import Yams

@testable import Formats

/// A text is written as a value so that every reader of YAML reads this text.
struct YAMLScalarTests {
  private func source(_ text: String) -> String { YAMLScalar(text, isInFlow: false).source() }

  @Test(
    "Quotes only where they must be, and as PyYAML writes them",
    arguments: [
      ("Ada", "Ada"), ("", "''"), ("a: b", "'a: b'"), ("a #1", "'a #1'"), ("it's", "it's"), ("'tis", "'''tis'"),
      ("[laughs] yes", "'[laughs] yes'"), ("1:40", "'1:40'"), ("no", "'no'"), ("- x", "'- x'"), ("-x", "-x"),
      ("two\nlines", "\"two\\nlines\""), ("ends:", "'ends:'"), ("C#", "C#"),
    ])
  func quotes(text: String, expected: String) {
    #expect(source(text) == expected)
  }

  @Test(
    "What cannot stand in a file is written as an escape",
    arguments: [
      ("a\u{7F}b", "\"a\\x7Fb\""), ("a\u{85}", "\"a\\N\""), ("\u{FEFF}a", "\"\\uFEFFa\""),
      ("a\u{2028}b", "\"a\\Lb\""), ("a\u{FFFE}", "\"a\\uFFFE\""), ("a\u{0}\"", "\"a\\0\\\"\""),
      ("a\tb", "\"a\\tb\""), ("né 🎙", "né 🎙"), ("a\u{A0}b", "a\u{A0}b"),
    ])
  func escapes(text: String, expected: String) {
    #expect(source(text) == expected)
    if expected.hasPrefix("\"") { #expect(Scalar.decode(String(expected.dropFirst().dropLast()), .double) == text) }
  }

  @Test("Whatever text is written as a value is read as that text", arguments: UInt64(1)...20)
  func encoding(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "Z", "0", "1", "9", "x", "e", "é", "🎙", " ", "  ", ".", ":", ": ", "-", "- ", "+", "_", ",", "#", " #", "'",
      "''",
      "\"", "\\", "\\n", "[", "]", "{", "}", "|", ">", "&", "*", "!", "%", "@", "`", "?", "? ", "~", "<<", "=", "null",
      "no",
      "on", "0x1F", "1.5e+3", ".inf", "12:30", "2026-11-26", "---", "...", "\t", "\n", "\u{A0}", "\u{85}", "\u{2028}",
      "\u{7F}", "\u{9B}", "\u{FEFF}", "\u{0}", "\u{1B}", "\u{FFFE}",
    ]
    for _ in 0..<150 {
      let text = (0..<Int.random(in: 0...5, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
        .joined()
      // Yams takes the first character of such a text for a byte order mark and drops it.
      if text.unicodeScalars.first == "\u{FEFF}" { continue }
      let written = YAMLScalar(text, isInFlow: false).source()
      let value = try Yams.load(yaml: "transcript:\n- line: \(written)\n  who: Ada\n") as? [String: [[String: Any]]]
      #expect(value?["transcript"]?.first?["line"] as? String == text, "\(written)")
    }
  }
}
