import Configuration
import Formats
import Foundation
import Rules
import Support
import Testing

/// `docs/configuration.md` says what is so.
@Suite struct PageTests {
  private func page() throws -> String {
    let text = try Repository.text("docs/configuration.md")
    return text.string(0..<text.count)
  }

  @Test func theExampleHolds() throws {
    let example = try #require(page().components(separatedBy: "```json\n").dropFirst().first)
    let json = try #require(example.components(separatedBy: "```").first)
    var store = ConfigurationStore(
      .nearest, Disk(files: ["/tapescript.json": json, "/_people/ida.md": "---\ntitle: Ida Lund\n---\n"]))
    let found = store.settings(for: "/live/a.txt")
    #expect(store.chains.flatMap(\.links).flatMap(\.mistakes) == [])
    let rules = ["time-missing", "time-sec-missing", "time-gap", "time-order"].compactMap(Rule.named)
    #expect(rules.map { found.rules.isOn($0) } == [true, false, true, true])
    #expect(rules.map { found.rules.severity(of: $0).name } == ["error", "error", "warning", "hint"])
    #expect(found.failOn == .warning)
    #expect(found.rules.speakers.map(\.isHost) == [false, true])
    #expect(store.people(of: store.neighbours(of: "/live/a.txt", found))?.names == ["ida": "Ida Lund"])
    #expect(found.media == "https://media.example/{stem}.mp3#t={seconds}")
    #expect(found.siblings == ["../captions/{stem}.txt"])
    #expect(found.chapters == ["../chapters/{stem}.txt"])
    #expect(store.settings(for: "/live/rehearsed-a.txt").rules.severity(of: rules[3]) == .error)
    #expect(store.settings(for: "/captions/a.txt").notation.name == "captions")
    #expect(store.settings(for: "/blog/2/a.txt").notation.name == "blog")
    #expect(store.settings(for: "/drafts/a.txt").isExcluded)
  }

  @Test func everyKeyIsExplained() throws {
    let page = try page()
    for word in Key.file + Key.override + Key.people + Key.speaker + Key.switches where word != "$schema" {
      #expect(page.contains("`\(word)`"), "\(word)")
    }
    for word in Profile.all.map(\.name) + Severity.allCases.map(\.name) {
      #expect(page.contains("`\(word)`"), "\(word)")
    }
    #expect(page.contains("(formats/README.md)"))
    let notations = try Repository.text("docs/formats/README.md")
    for word in Notations.builtIn.formats.map(\.name) {
      #expect(notations.string(0..<notations.count).contains("[\(word)](\(word).md)"), "\(word)")
    }
  }
}
