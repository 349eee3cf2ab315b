import Formats
import SourceText
import Support
import Testing
import Transcript

@testable import Rules

/// Thousands of fixes that are made as one are held to what they declare like a single one.
struct JointFixTests {
  private static let count = 2_500

  private func format() throws -> any Format { try #require(Notations.builtIn.format(named: "front-matter")) }

  /// A value in double quotes, in which what is decoded stands elsewhere than what is written.
  private func text(_ words: String) -> Text {
    Text("---\ntitle: Lamp\ntranscript:\n- line: \"one \\x41 \(words)\"\n  who: Ida\n- line: Then\n  who: Bo\n---\n")
  }

  /// Words, none of which stands there twice.
  private func words(_ between: String) -> String {
    (0...Self.count).map { "lamp\($0)" }.joined(separator: between) + "."
  }

  private func mend(_ text: Text) throws -> FixLoop.Result {
    let format = try format()
    let loop = FixLoop(.safe) {
      Document($0, format: format).reading
    } judge: {
      Judge.findings(in: $0, fixes: .all)
    }
    return loop.run(Document(text, format: format).reading)
  }

  @Test("All are made in the rounds that one takes, and all are counted")
  func made() throws {
    let result = try mend(text(words("  ")))
    #expect(result.reading.text == text(words(" ")))
    #expect(result.made == Self.count)
    #expect(result.attempts <= 2)
    #expect(result.changes.applied(to: text(words("  "))) == result.reading.text)
  }

  @Test("Two rules that find thousands in one value do not wait for each other")
  func interleaved() throws {
    let result = try mend(text(words("  a\u{200B}b ")))
    #expect(result.reading.text == text(words(" ab ")))
    #expect(result.attempts <= 2)
  }

  @Test("One of thousands that changes more than it declares is seen", arguments: [0, 1, 1_249, 2_499])
  func breach(bad: Int) throws {
    let before = Document(text(words("  ")), format: try format()).reading
    let findings = Judge.findings(in: before, fixes: .all).filter { $0.rule == "double-space" }
    let fixes = findings.dropLast().flatMap(\.fixes)
    let last = try #require(findings.last?.joint)
    let edits = fixes.flatMap(\.edits) + last.edits
    #expect(edits.count == Self.count)
    func breaches(_ edits: [Edit]) throws -> Int {
      let after = Document(Changes(EditList(edits)).applied(to: before.text), format: try format()).reading
      return Proof(before, Array(fixes), joint: [last], EditList(edits)).breaches(in: after).count
    }
    #expect(try breaches(edits) == 0)
    var damaged = edits
    // It takes a letter with it.
    let range = damaged[bad].range
    damaged[bad] = Edit((range.lowerBound - 1)..<range.upperBound, damaged[bad].replacement)
    #expect(try breaches(damaged) == 1)
  }

  @Test("Rewritings of several lists stand in the order of the text")
  func merged() {
    let all = (0..<100).map { number in
      Rewriting(
        place: (number / 10 * 50)..<(number / 10 * 50 + 40), stretch: (number % 10)..<(number % 10 + 1),
        replacement: Array(String(number % 7).utf8), kind: number.isMultiple(of: 3) ? .blanks : .marks)
    }
    var queue = RewritingQueue([
      RewritingList(all.enumerated().filter { $0.offset % 3 == 1 }.map(\.element).reversed()), RewritingList(),
      RewritingList(all.enumerated().filter { $0.offset % 3 != 1 }.map(\.element)),
    ])
    var merged: [Rewriting] = []
    while let first = queue.first {
      merged.append(first)
      queue.removeFirst()
    }
    #expect(RewritingList(merged) == RewritingList(all))
    #expect(merged.map(\.place) == all.map(\.place))
    #expect(merged.map(\.stretch) == all.map(\.stretch))
    #expect(merged.map(\.replacement) == all.map(\.replacement))
    #expect(merged.map(\.kind) == all.map(\.kind))
  }
}
