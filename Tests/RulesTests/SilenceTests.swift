import Formats
import Foundation
import Rules
import SourceText
import Support
import Testing
import Transcript

struct SilenceTests {
  private func reading(_ source: String, _ notation: String) throws -> Reading {
    Document(Text(source), format: try #require(Notations.builtIn.format(named: notation))).reading
  }

  private func rules(_ source: String, _ notation: String) throws -> [String] {
    let looked = ["time-range", "time-order", "time-missing", "time-sec-mismatch", "unused-suppression"]
    return Judge.findings(in: try reading(source, notation), .only(looked)).map(\.rule)
  }

  @Test(
    "A comment hides findings of the rules that it names, where it stands",
    arguments: [
      ("", ["time-range"]),
      ("<!-- tapescript-ignore time-range: said so -->\n\n", []),
      ("<!-- tapescript-ignore time-range -->\n\n", []),
      ("<!-- tapescript-ignore time-order,time-range -->\n<!-- another remark -->\n", ["unused-suppression"]),
      ("<!-- tapescript-ignored time-range -->\n\n", ["time-range"]),
      ("<!-- tapescript-ignore time-missing -->\n\n", ["unused-suppression", "time-range"]),
      ("<!-- tapescript-ignore -->\n\n", ["unused-suppression", "time-range"]),
    ])
  func places(comment: String, expected: [String]) throws {
    let text = "[00:00:01] Ada: One.\n\n\(comment)[00:00:75] Bo: Two.\n\n[00:01:20] Ada: Three.\n"
    #expect(try rules(text, "blog") == expected)
  }

  @Test("A comment over several lines that hides nothing goes with all of them")
  func severalLines() throws {
    let cue = "00:01.000 --> 00:02.000\nOne.\n"
    for note in ["NOTE tapescript-ignore cue-zero: as\nheard\n", "NOTE\ntapescript-ignore cue-zero\n"] {
      let reading = try reading("WEBVTT\n\n\(note)\n\(cue)", "webvtt")
      let finding = try #require(Judge.findings(in: reading).first { $0.rule == "unused-suppression" })
      let left = try #require(finding.fixes.first).applied(to: reading.text)
      #expect(left.string(0..<left.count) == "WEBVTT\n\n\n\(cue)")
    }
  }

  @Test("A comment for the whole file may stand anywhere in it")
  func wholeFile() throws {
    let text = "[00:00:61] Ada: One.\n\n[00:00:75] Bo: Two.\n\n<!-- tapescript-ignore-file time-range: the clock -->\n"
    #expect(try rules(text, "blog") == [])
  }

  @Test("A comment of a segment says nothing about the next one")
  func nextSegment() throws {
    let text = """
      ---
      transcript:
      - line: One.
        sec: 1 # tapescript-ignore time-sec-mismatch: so it is
        time: '0:02'
        who: Ada
      - line: Two.
        sec: 4
        time: '0:05'
        who: Bo
      ---

      """
    #expect(try rules(text, "front-matter") == ["time-sec-mismatch"])
  }

  @Test(
    "Comments that are written for findings hide them, and nothing else changes",
    arguments: Repository.files(in: "docs/examples", endings: ["md", "txt"]), ["as spoken", "a --> b\nc"])
  func written(path: String, reason: String) throws {
    let text = try Repository.text(path)
    guard let format = Detection.detect(text).format else { return }
    let reading = Document(text, format: format).reading
    let before = Judge.findings(in: reading)
    let edits = reading.silencing(before, reason: reason)
    let silenced = Fix("", edits: edits).applied(to: text)
    let after = Judge.findings(in: Document(silenced, format: format).reading)
    #expect(after.count == before.count - hidden(before, reading), "\(after)")
    #expect(!after.contains { $0.rule == "unused-suppression" })
  }

  /// How many findings can be silenced by a comment: those outside of broken YAML and not at the very beginning.
  private func hidden(_ findings: [Finding], _ reading: Reading) -> Int {
    findings.count { finding in
      let block = reading.blocks.index(at: finding.range.lowerBound) ?? 0
      return !["yaml-syntax", "yaml-frontmatter"].contains(finding.rule) && reading.blocks[block].kind != .conflict
    }
  }
}
