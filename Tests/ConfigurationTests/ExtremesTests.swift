import Rules
import Testing

@testable import Configuration

/// Configurations that were written to do harm, or by a program that went wrong.
@Suite struct ExtremesTests {
  private func mistakes(_ text: String) -> [String] {
    ConfigurationFile(Array(text.utf8)).mistakes.map(\.message)
  }

  /// Every option that is a number, with every number that JSON can write.
  @Test(arguments: [
    "1e300", "-1e308", "9.3e18", "99999999999999999999", "-99999999999999999999", "-1", "-0.0", "1e-300", "0", "5e-324",
    "1000000000", "1000000001", "0.5", "1e9", "-0",
  ])
  func numbers(number: String) throws {
    let isInside = (0...1_000_000_000).contains(try #require(Double(number)))
    for rule in Rule.all {
      for option in rule.options {
        guard case .number = option.standard else { continue }
        let text = #"{"rules": {"\#(rule.id)": {"\#(option.name)": \#(number)}}}"#
        let found = mistakes(text)
        #expect(found.isEmpty == isInside, "\(text): \(found)")
        var store = ConfigurationStore(.nearest, Disk(files: ["/tapescript.json": text]))
        // The listing writes the number; the rule counts with it.
        let settings = store.settings(for: "/a.txt")
        #expect(settings.lines.contains { $0.key == "rules.\(rule.id).\(option.name)" })
        #expect((settings.rules.choices[rule.id]?.options[option.name] != nil) == isInside)
      }
    }
  }

  /// Also what comes to a rule by another way than a configuration can be shown.
  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, -1e300, 0.25])
  func numbersAreShown(number: Double) {
    #expect(!Rule.Option.Value.number(number).description.isEmpty)
  }

  @Test(arguments: ["NaN", "inf", "-inf", "Infinity", "0x10", "1e999", "1.2.3", "--1"])
  func whatIsNoNumber(word: String) {
    let found = mistakes(#"{"rules": {"time-gap": {"seconds": \#(word)}}}"#)
    #expect(found.count == 1 && found[0].hasPrefix("not JSON: "), "\(found)")
  }

  @Test func manyMistakesAreCounted() {
    let keys = (0..<100_000).map { "\"k\($0)\": 1" }.joined(separator: ", ")
    let found = mistakes("{\(keys)}")
    #expect(found.count == 101)
    #expect(found.last == "There are 99900 more mistakes in this file")
    let few = (0..<100).map { "\"k\($0)\": 1" }.joined(separator: ", ")
    #expect(mistakes("{\(few)}").count == 100)
  }

  @Test func aLongNameIsQuotedByItsBeginning() {
    let long = String(repeating: "é", count: 40_000)
    for text in [
      #"{"\#(long)": 1}"#, #"{"rules": {"\#(long)": "off"}}"#, #"{"failOn": "\#(long)"}"#,
      #"{"glossary": {"\#(long)": 1}}"#, #"{"glossary": {"\#(long)": "a", "\#(long)": "b"}}"#,
      #"{"extends": "\#(long)"}"#, #"{"notations": {"*": "\#(long)"}}"#, #"{"rules": {"time-gap": {"\#(long)": 1}}}"#,
    ] {
      var store = ConfigurationStore(.nearest, Disk(files: ["/tapescript.json": text]))
      _ = store.settings(for: "/a.txt")
      let found = store.chains[0].links.flatMap(\.mistakes).map(\.message)
      #expect(found.count == 1)
      #expect(found.allSatisfy { $0.count < 250 && $0.contains("é…") }, "\(text.prefix(40))")
    }
  }

  @Test func whatIsNamedForEachTranscriptIsBounded() {
    let many = (0..<40).map { "\"\($0)/{stem}.txt\"" }.joined(separator: ", ")
    let long = String(repeating: "{stem}", count: 1_000)
    for key in ["siblings", "chapters"] {
      #expect(
        mistakes("{\"\(key)\": [\(many)]}") == ["\(key) may name at most 32 files; the rest is left out"])
      #expect(mistakes("{\"\(key)\": \"\(long)\"}") == ["\(key): this is longer than 4096 bytes"])
    }
    #expect(mistakes("{\"media\": \"https://\(long)\"}") == ["media is longer than 4096 bytes"])
  }

  @Test func nothingInAMistakeActsOnATerminal() {
    let found = mistakes(#"{"\u001b[31mkey\u0007": 1, "rules": {"\u009b2J\u202e": "off"}, "failOn": "\u2028"}"#)
    #expect(found.count == 3)
    #expect(found.joined().unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(found.joined().contains("␛[31mkey␇"))
  }
}
