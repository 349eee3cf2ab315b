import Foundation
import Support
import Testing

/// What machines read.
@Suite struct JSONReportTests {
  /// Columns count Unicode scalars: the emoji and the mark on the e are one each.
  @Test func finding() throws {
    let folder = try Folder([
      "lantern.txt": Talk.healthy.replacing(
        "The owner is up on the ladder. (0:14)", with: "🐝 cafe\u{301} \"x\\\" (0:1)")
    ])
    let result = try Tool.check("lantern.txt", "--format", "json", in: folder.root)
    let findings: [ReportedFinding] = try result.json()
    let edit = ReportedFinding.Edit(line: 5, column: 21, endLine: 5, endColumn: 24, text: "0:10")
    #expect(
      findings == [
        ReportedFinding(
          file: "lantern.txt", rule: "time-malformed", severity: "error",
          message: "“0:1” is not a time; a time is written m:ss or h:mm:ss.", line: 5, column: 21, endLine: 5,
          endColumn: 24, related: [], fixes: [ReportedFinding.Fix(title: "Change to 0:10", safe: false, edits: [edit])])
      ])
    #expect(result.complaints.isEmpty)
  }

  @Test func related() throws {
    let findings: [ReportedFinding] = try Tool.check("docs/examples/faulty-front-matter.md", "--format", "json").json()
    let mismatch = try #require(findings.first { $0.rule == "time-sec-mismatch" })
    #expect(
      mismatch.related == [
        ReportedFinding.Related(
          file: "docs/examples/faulty-front-matter.md", line: 46, column: 8, message: "The seconds of the same item.")
      ])
  }

  @Test func membersAreInOrder() throws {
    let output = try Tool.check("docs/examples/faulty-captions.txt", "--format", "json").output
    let line = try #require(output.split(separator: "\n").dropFirst().first)
    let names = ["file", "rule", "severity", "message", "line", "column", "endLine", "endColumn", "related", "fixes"]
    let places = names.compactMap { line.firstRange(of: "\"\($0)\":")?.lowerBound }
    #expect(places.count == names.count)
    #expect(places == places.sorted())
  }

  @Test func nothingWrong() throws {
    #expect(try Tool.check("docs/examples/page.txt", "--format", "json").output == "[]\n")
  }

  /// Bytes that are no UTF-8, and what JSON does not allow, in a label that a message quotes.
  @Test func invalidText() throws {
    let folder = try Folder()
    var bytes = Data(Talk.healthy.utf8)
    bytes += Data("\nTove\u{1}\u{7F}\"\\".utf8) + [0xFF, 0xC3] + Data(": We close. (0:2)\n".utf8)
    try folder.write(bytes, to: "lantern.txt")
    let result = try Tool.check("lantern.txt", "--format", "json", in: folder.root)
    let findings: [ReportedFinding] = try result.json()
    let encoding = try #require(findings.first { $0.rule == "encoding" })
    #expect(encoding.line == 9)
    #expect(encoding.column == 9)
    #expect(findings.contains { $0.rule == "time-malformed" })
  }

  /// The list of findings in the page about the examples is exactly what is found.
  @Test func examples() throws {
    let findings: [ReportedFinding] = try Tool.check("docs/examples", "--format", "json").json()
    let found = findings.filter { ["error", "warning"].contains($0.severity) }.map {
      "\($0.file.dropFirst("docs/examples/".count)) \($0.line):\($0.column) \($0.severity) \($0.rule)"
    }
    let page = try String(
      contentsOf: Repository.root.appending(path: "docs/examples/README.md"), encoding: .utf8)
    let promised = page.split(separator: "\n").compactMap { row -> String? in
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 6, let line = Int(cells[1]), let column = Int(cells[2]) else { return nil }
      let rule = cells[4].dropFirst().prefix { $0 != "]" }
      return "\(cells[0]) \(line):\(column) \(cells[3]) \(rule)"
    }
    #expect(promised.count > 10)
    #expect(found.sorted() == promised.sorted())
  }
}
