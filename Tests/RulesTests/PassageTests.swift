import Formats
import Rules
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// What rules see of a value is what the value says, and what they write back is what the value says then.
struct PassageTests {
  private static let words = [
    "keeper", "it's", "“lamp”", "é", "a\\b", "say \"no\"", "🎙", "x: y", "#1", "''", "storm –", "\\n", "-", "'", "oil,",
  ]

  /// A front matter with `text` as the value of `line`, in a quoting, perhaps over several lines.
  private func document(_ text: String, _ quoting: Quoting, using generator: inout SeededGenerator) -> Document? {
    var written: String
    switch quoting {
    case .single: written = Scalar.single(text)
    case .double:
      let escaped = text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\" + String(scalar)
        case "é" where Bool.random(using: &generator): "\\xe9"
        case "🎙" where Bool.random(using: &generator): "\\U0001F399"
        default: String(scalar)
        }
      }
      written = "\"" + escaped.joined() + "\""
    default:
      guard Scalar.mayBePlain(text) else { return nil }
      written = text
    }
    let lines = written.split(separator: " ", omittingEmptySubsequences: false)
    written = lines.dropFirst().reduce(String(lines[0])) { text, word in
      let mayBreak = quoting != .plain || !(word.hasPrefix("#") || word.hasPrefix("-"))
      let isBroken = mayBreak && Int.random(in: 0..<4, using: &generator) == 0
      // An escaped end of line keeps the blank before it.
      let isEscaped = quoting == .double && Bool.random(using: &generator)
      return text + (isBroken ? isEscaped ? " \\\n    " : "\n    " : " ") + word
    }
    let source = "---\ntranscript:\n- line: \(written)\n  sec: 1\n  time: '0:01'\n  who: Ada\n---\n"
    return Notations.builtIn.format(named: "front-matter").map { Document(Text(source), format: $0) }
  }

  @Test(
    "A word is found and replaced in each quoting, folded or not",
    arguments: [Quoting.plain, .single, .double],
    ["right", "it's", "say \"yes\"", "a\\b", "x: y", "yes # no", "é 🎙", "- item", "'", ""])
  func replacing(quoting: Quoting, right: String) throws {
    var settings = Settings()
    settings.glossary = [.init(wrong: "wrong", right: right)]
    var generator = SeededGenerator(seed: UInt64(right.utf8.count))
    var tried = 0
    for _ in 0..<150 {
      var words = (0..<6).map { _ in Self.words.randomElement(using: &generator)! }
      // Names with a dot or a slash beside them are left alone, so the word stands by itself.
      let place = Int.random(in: 0...6, using: &generator)
      words.insert("wrong", at: place)
      guard let document = document(words.joined(separator: " "), quoting, using: &generator) else { continue }
      let reading = document.reading
      let block = try #require(reading.segments().first)
      try #require(reading.string(.words, of: block) == words.joined(separator: " "))
      let found = Judge.findings(in: reading, settings).filter { $0.rule == "glossary" }
      try #require(found.count == 1, "\(reading.text.string(0..<reading.text.count))")
      #expect(reading.text.string(found[0].range) == "wrong")
      let format = try #require(Notations.builtIn.format(named: "front-matter"))
      let fixed = Document(try #require(found[0].fixes.first).applied(to: reading.text), format: format).reading
      words[place] = right
      // Where a word goes at the end of a line, so does one of the blanks beside it.
      let said = try #require(fixed.string(.words, of: block)).split(separator: " ")
      #expect(said == words.joined(separator: " ").split(separator: " "))
      #expect(fixed.blocks.faultyCount == 0, "\(fixed.text.string(0..<fixed.text.count))")
      tried += 1
    }
    #expect(tried > 3)
  }

  @Test("An escaped character is found where its escape stands")
  func escapes() throws {
    let text = Text(
      "---\ntranscript:\n- line: \"caf\\xc3\\xa9 and la\\u200bmp\"\n  sec: 1\n  time: '0:01'\n  who: Ada\n---\n")
    let (found, reading) = try #require(findings(in: text, as: "front-matter"))
    let hidden = try #require(found.first { $0.rule == "invisible-character" })
    #expect(reading.text.string(hidden.range) == "\\u200b")
    let damaged = try #require(found.first { $0.rule == "mojibake" })
    #expect(reading.text.string(damaged.range) == "\\xc3\\xa9")
    #expect(damaged.fixes.first?.edits.first?.replacement == Array("é".utf8))
  }

  @Test("A block scalar is read without its first line, and what is no text is left alone")
  func other() throws {
    var settings = Settings()
    settings.glossary = [.init(wrong: "wrong", right: "right")]
    func count(_ value: String) throws -> Int {
      let source = "---\ntranscript:\n- line: \(value)\n  sec: 1\n  time: '0:01'\n  who: Ada\n---\n"
      let format = try #require(Notations.builtIn.format(named: "front-matter"))
      let reading = Document(Text(source), format: format).reading
      return Judge.findings(in: reading, settings).count { $0.rule == "glossary" }
    }
    #expect(try count("|\n    It is wrong.\n    And wrong.") == 2)
    #expect(try count(">- # wrong\n    It is wrong.") == 1)
    #expect(try count("[wrong]") == 0)
    #expect(try count("&wrong x") == 0)
  }
}
