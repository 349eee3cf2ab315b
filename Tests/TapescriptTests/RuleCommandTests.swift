import Foundation
import Rules
import Support
import Testing

@Suite struct RuleCommandTests {
  private struct Entry: Decodable {
    var id: String
    var summary: String
    var severity: String
    var on: Bool
    var fix: String
    var why: String
    var page: String
  }

  @Test func one() throws {
    #expect(
      try Tool.run(["rule", "time-sec-mismatch"]).output == """
        time-sec-mismatch: error

        The two times of an item, `sec` and `time`, differ.

        The page shows one and jumps to the other, so readers land in the wrong place. The fix is safe:
        nobody needs to look at it.

        https://github.com/tapescript/tapescript/blob/main/docs/rules/time-sec-mismatch.md

        """)
    let entry: Entry = try Tool.run(["rule", "time-order", "--format", "json"]).json()
    #expect(entry.id == "time-order")
    #expect(entry.fix == "offered")
  }

  @Test func options() throws {
    let output = try Tool.run(["rule", "time-gap"]).output
    #expect(output.contains("seconds  The longest stretch without a time, in seconds. Default: 600.\n"))
    #expect(output.contains("\n         break, pause, intermission, interval, recess.\n"), "\(output)")
  }

  /// What has no room goes on below itself.
  @Test func all() throws {
    let rows = try Tool.run(["rule", "--all"]).output.split(separator: "\n").dropFirst()
    let ids = rows.map { String($0.prefix { $0 != " " }) }.filter { !$0.isEmpty }
    #expect(ids == Rule.all.map(\.id))
    for row in rows {
      #expect(row.count <= 100)
      #expect(row.first != " " || row.hasPrefix(String(repeating: " ", count: 48)), "\(row)")
    }
    let words = { (text: String) in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let output = words(rows.joined(separator: "\n"))
    for rule in Rule.all { #expect(output.contains(words(rule.summary).prefix(12)), "\(rule.id)") }
  }

  /// What the tool says of a rule is what its page says.
  @Test func agreesWithThePages() throws {
    let entries: [Entry] = try Tool.run(["rule", "--all", "--format", "json"]).json()
    #expect(entries.map(\.id) == Rule.all.map(\.id))
    for entry in entries {
      let page = try Repository.text("docs/rules/\(entry.id).md")
      let text = page.string(0..<page.count)
      let fix = ["none": "none", "offered": "needs a look", "safe": "safe"][entry.fix] ?? "?"
      #expect(text.contains("Fix: \(fix)."), "\(entry.id)")
      #expect(text.hasPrefix("# \(entry.id)\n\n\(entry.summary)\n"))
      #expect(entry.page.hasSuffix("docs/rules/\(entry.id).md"))
    }
  }

  @Test func indexOfThePages() throws {
    let index = try Repository.text("docs/rules/README.md")
    let rows = index.string(0..<index.count).split(separator: "\n").filter { $0.hasPrefix("| [") }
    let listed = rows.map { row in
      let cells = row.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      return "\(cells.first ?? "") \(cells.last ?? "")"
    }
    let wanted = Rule.all.map { "[\($0.id)](\($0.id).md) \($0.summary)" }
    #expect(listed == wanted, ".ci/generate writes it anew")
  }

  @Test(arguments: [
    ("tiem-order", "There is no rule tiem-order. Did you mean time-order?"),
    ("Time-Order", "Did you mean time-order?"), ("speaker-similiar", "Did you mean speaker-similar?"),
    ("xyzzy", "There is no rule xyzzy. tapescript rule --all lists them."),
  ])
  func wrongID(_ id: String, _ wanted: String) throws {
    let result = try Tool.run(["rule", id])
    #expect(result.code == 2)
    #expect(result.complaints.contains(wanted))
    #expect(result.output.isEmpty)
  }

  @Test func oneOrAll() throws {
    #expect(try Tool.run(["rule"]).code == 2)
    #expect(try Tool.run(["rule", "time-order", "--all"]).code == 2)
  }
}
