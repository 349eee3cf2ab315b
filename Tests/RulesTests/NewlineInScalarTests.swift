import Formats
import Testing
import Transcript

@testable import Rules

/// A time on a line of its own in a value began another turn: that is no line break too many.
struct NewlineInScalarTests {
  private func findings(_ value: String) throws -> Int {
    let text = "---\ntitle: Lamp\ntranscript:\n- line: \(value)\n  who: Ida\n- line: Yes\n  who: Bo\n---\n"
    let format = try #require(Notations.builtIn.format(named: "front-matter"))
    return Judge.findings(in: Document(.init(text), format: format).reading).count {
      $0.rule == "yaml-newline-in-scalar"
    }
  }

  private static let tails = ["the lamp", String(repeating: "the lamp ", count: 40)]

  @Test(arguments: ["17:10", "(17:10)", "17: 10"], ["", "\\n", "\\n \\n", "  \\n"])
  func time(time: String, lead: String) throws {
    for tail in Self.tails { #expect(try findings("\"\(lead)\(time)\\n\(tail)\"") == 0) }
  }

  @Test(arguments: ["lamp", "17:10 lamp", "17:10" + String(repeating: " ", count: 90) + "lamp"], ["", "\\n"])
  func noTime(first: String, lead: String) throws {
    for tail in Self.tails { #expect(try findings("\"\(lead)\(first)\\n\(tail)\"") > 0) }
  }
}
