import Formats
import Rules
import SourceText
import Testing
import Transcript

/// Items of front matter that are written in braces, on one line with all their keys, stay what they are.
struct BracesTests {
  private func text(_ item: String) -> Text {
    let others = (2...6).map { "- line: It is what it is.\n  sec: \($0)0\n  time: '0:\($0)0'\n  who: Jon\n" }.joined()
    return Text(
      "---\ntranscript:\n- line: How loud is it?\n  sec: 1\n  time: '0:01'\n  who: Mira\n\(item)\n\(others)---\n")
  }

  private func fixed(_ item: String, _ rule: String, _ settings: Settings = Settings()) throws -> [String] {
    let text = text(item)
    let format = try #require(Notations.builtIn.format(named: "front-matter"))
    let found = Judge.findings(in: Document(text, format: format).reading, settings).filter { $0.rule == rule }
    #expect(!found.isEmpty, "\(rule)")
    return found.flatMap(\.fixes).map { fix in
      let fixed = fix.applied(to: text)
      return fixed.string(fixed.content(ofLine: 6))
    }
  }

  @Test("A missing key goes into the braces, behind the one that it belongs to")
  func missingKeys() throws {
    #expect(
      try fixed("- {line: Very., sec: 5, who: Mira}", "time-sec-missing")
        == ["- {line: Very., sec: 5, time: '0:05', who: Mira}"])
    #expect(
      try fixed("- {line: 'Very.', time: '0:05', who: Mira}", "time-sec-missing")
        == ["- {line: 'Very.', time: '0:05', sec: 5, who: Mira}"])
    let speakers = try fixed("- {line: Very., sec: 5, time: '0:05'}", "speaker-malformed")
    #expect(speakers.allSatisfy { $0.hasPrefix("- {line: Very., sec: 5, time: '0:05', who: ") && $0.hasSuffix("}") })
  }

  @Test("A word with a comma is quoted there, and only there")
  func commas() throws {
    var settings = Settings()
    settings.glossary = [.init(wrong: "verry", right: "very, very")]
    #expect(
      try fixed("- {line: It is verry loud, sec: 5, time: '0:05', who: Mira}", "glossary", settings)
        == ["- {line: 'It is very, very loud', sec: 5, time: '0:05', who: Mira}"])
    #expect(try fixed("- line: It is verry loud", "glossary", settings) == ["- line: It is very, very loud"])
  }

  @Test("Of a key that stands twice in braces no lines are removed")
  func twice() throws {
    #expect(try fixed("- {line: Very., line: Loud., who: Mira}", "yaml-duplicate-key").isEmpty)
  }
}
