import Rules
import SourceText
import Testing

/// What follows from a mistake that another rule reports is no second mistake, and what is said of one is said plainly.
struct OneCauseTests {
  private func found(_ items: String, front: String = "") throws -> [Finding] {
    try #require(findings(in: Text("---\n\(front)transcript:\n\(items)---\n"), as: "front-matter")).findings
  }

  private func item(_ line: String, _ time: String, _ who: String) -> String {
    "- line: \(line)\n  time: '\(time)'\n  who: \(who)\n"
  }

  @Test("A paragraph that stands twice was not said too fast")
  func copies() throws {
    let long = "He wound the clockwork, cleaned the lens, wrote down ships and weather, and fed the goat."
    let all = try found(
      item("What did he do?", "3:00", "Ines") + item("All day?", "3:05", "Ines") + "- line: \(long)\n"
        + item(long, "3:06", "Bo") + item("And then?", "3:12", "Ines") + item("He slept.", "3:14", "Bo"))
    #expect(all.contains { $0.rule == "segment-duplicate" })
    #expect(!all.contains { $0.rule == "time-rate" })
  }

  @Test("A time on two lines is quoted on one, and put on one")
  func timeOnTwoLines() throws {
    let all = try found(
      item("What did he do?", "1:31", "Ines") + item("He slept.", "1:\n\n    34", "Bo") + item("When?", "1:40", "Ines"))
    let finding = try #require(all.first { $0.rule == "time-malformed" })
    #expect(finding.message.hasPrefix("“1: 34” is not a time"))
    #expect(finding.fixes.map(\.title) == ["Change to 1:34"])
  }

  @Test("An item that was begun twice goes, and a value that goes on behind its quote is blamed where it goes on")
  func begunTwice() throws {
    let long = "'He wound the clockwork, cleaned the lens,"
    let items = "- line: \(long)\n- line: \(long) and slept.'\n  time: '3:06'\n  who: Bo\n"
    let broken = try #require(try found(items).first { $0.rule == "yaml-syntax" })
    #expect(broken.fixes.map(\.title) == ["Remove the copy that breaks off", "Close the quote"])
    let text = Text("---\ntranscript:\n\(items)---\n")
    let fixed = broken.fixes[0].applied(to: text)
    #expect(
      fixed.string(0..<fixed.count)
        == "---\ntranscript:\n- line: \(long) and slept.'\n  time: '3:06'\n  who: Bo\n---\n")
    let rest = try found(item("Who?", "3:00", "Ines"), front: "intro: \"All about the keeper.\"\n  and his goat\n")
    #expect(
      rest.filter { $0.rule.hasPrefix("yaml") }.map(\.message) == [
        "The quote in the line above ends the value, but text follows."
      ])
  }

  @Test("Of two entries with one key the one goes that nobody can read")
  func unreadableTwin() throws {
    let twins = "intro: All about the keeper.\nintro: \"The \"keeper\" and his goat.\"\n"
    let twice = try #require(
      try found(item("Who?", "3:00", "Ines"), front: twins).first { $0.rule == "yaml-duplicate-key" })
    #expect(twice.fixes.map(\.title) == ["Remove this entry"])
    let healthy = "intro: All about the keeper.\nintro: All about his goat.\n"
    let last = try #require(
      try found(item("Who?", "3:00", "Ines"), front: healthy).first { $0.rule == "yaml-duplicate-key" })
    #expect(last.fixes.map(\.title) == ["Remove the entry above"])
  }

  @Test("Who says as much as somebody else is not taken for that one")
  func renaming() throws {
    func fixes(_ turns: String) throws -> [String] {
      let all = try found(turns, front: "guests:\n- ines\n")
      return try #require(all.first { $0.rule == "speaker-unknown" }).fixes.map(\.title)
    }
    let bo = item("Who lit it?", "1:00", "Bo") + item("Why?", "1:10", "Bo")
    let ines = item("I did.", "1:20", "Ines") + item("It was dark.", "1:22", "Ines")
    // Bo is taken for the host, who is on no list either.
    #expect(try fixes(bo + ines + item("I see.", "1:30", "Harald")) == ["Change to Ines"])
    #expect(try fixes(bo + ines + item("I see.", "1:30", "Harald") + item("Well.", "1:32", "Harald")) == [])
  }
}
