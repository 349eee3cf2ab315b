import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// An item of which every line can be read in only one way is read in a shorter way than others; both say the same.
struct TidyItemTests {
  private static let values = [
    "So it goes.", "a:b", "a: b", "a : b", "a #b", "a#b", "a:", "Don't", "0:04", "'0:04'", "75", "4.5", "0x1F", "''",
    "'it''s'",
    "'it's'", "'it''", "'", "\"\"", "\"so\"", "\"a \\\" b\"", "\"a\\tb\"", "\"open", "'open", "é", "café: au lait",
    "café #1",
    "a café", "a\u{85}b", "'a\u{2028}b'", "\"a\u{2029}b\"", "aé\u{2028}", "a\u{A0}b", "~", "-x", "- x", "[a]", "{a: b}",
    "&a b",
    "*a", "!a b", "|", "> ", "%a", "@a", "`a`", "? a", "a\tb", "a:\tb", "a\t#b", "a ", " a", "\u{FEFF}a", "1:60",
    "12:3",
    "x\u{7}y", "null", "---", "A",
  ]
  private static let keys = ["line", "line", "sec", "time", "who", "header", "note", "lines", "Who"]

  /// The lines of an item, without the column of the list.
  private func item(_ random: inout SeededGenerator) -> [String] {
    var lines: [String] = []
    for number in 0..<Int.random(in: 1...5, using: &random) {
      let key = Self.keys.randomElement(using: &random)!
      let value = Self.values.randomElement(using: &random)!
      let isOdd = Int.random(in: 0..<20, using: &random) == 0
      let gap = isOdd ? ["", "  ", "\t"].randomElement(using: &random)! : " "
      let lead = number == 0 ? "- " : isOdd ? ["   ", " ", "- "].randomElement(using: &random)! : "  "
      lines.append(lead + key + ":" + gap + value)
    }
    if Int.random(in: 0..<8, using: &random) == 0 {
      lines.append(["", "    and so on", "  # by hand"].randomElement(using: &random)!)
    }
    return lines
  }

  /// What is read, without the places and without regard to blanks.
  private func content(_ text: String) throws -> [String] {
    let format = try #require(Notations.builtIn.format(named: "front-matter"))
    let reading = Document(Text(text), format: format).reading
    return reading.blocks.indices.flatMap { block in
      ["\(reading.kind(of: block))"]
        + reading.blocks.parts(of: block).map { part in
          let fault = part.fault.map { "\($0)" } ?? ""
          let words = reading.text.string(reading.range(of: part, in: block)).split(whereSeparator: \.isWhitespace)
          return "\(part.kind) \(fault) \(part.quoting) “\(words.joined(separator: " "))”"
        }
    }
  }

  @Test("It changes nothing how far in the keys stand", arguments: UInt64(1)...40)
  func sameEitherWay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let margin = ["", "", "  "].randomElement(using: &random)!
      let item = item(&random)
      func page(_ blank: String) -> String {
        let lines = item.map { line in
          line.isEmpty ? line : margin + (line.hasPrefix("- ") ? "- " + blank + line.dropFirst(2) : blank + line)
        }
        let between = lines.joined(separator: "\n")
        return
          "---\ntitle: x\ntranscript:\n\(margin)- line: So.\n\(margin)  who: Ida\n\(between)\n\(margin)- line: Yes.\n---\n"
      }
      // Keys one column further in are not what programs write.
      #expect(try content(page("")) == content(page(" ")), "\(item)")
    }
  }

  @Test("What ends an item, and what does not", arguments: ["- line: b\n---\n", "---\n", "- b\n---\n", "-\n---\n"])
  func ends(behind: String) throws {
    let lines = try content("---\ntranscript:\n- line: a\n  sec: 4\n" + behind)
    let blank = try content("---\ntranscript:\n- line: a \n  sec: 4\n" + behind)
    #expect(lines == blank)
    #expect(lines.contains("seconds  plain “4”"))
  }
}
