import Formats
import Foundation
import RulePages
import Rules
import Support
import Testing

@testable import tapescript_bench

/// Every fix of every rule holds in every notation that can show the mistake. `tapescript-bench fixes` prints the table.
struct FixTableTests {
  private static let pages = try! RulePage.all(in: Repository.root.appending(path: "docs/rules").path())

  /// Page, blog, captions and front matter, and those that somebody may write into a configuration. The tools' notations among
  /// those built in are templates like the latter.
  private static let formats = Notations.tried.formats.filter { format in
    // With a time alone on its first line, a title above the first segment is not told from other words.
    format.name != "export" && Notations.tried.own.contains { $0.name == format.name }
      || ["page", "blog", "captions", "front-matter"].contains(format.name)
  }

  @Test("The fixes of a rule hold in every notation", arguments: pages)
  func fixes(page: RulePage) {
    let table = FixTable([page], Self.formats)
    #expect(table.complaints == [])
  }

  @Test("No cell is empty without a reason, and none has a reason that it does not need")
  func table() {
    let table = FixTable(
      Self.pages.filter { $0.id.hasPrefix("time-") || $0.id == "double-space" }, Self.formats)
    #expect(table.formats == Self.formats.map(\.name))
    #expect(table.rows.allSatisfy { $0.cells.count == table.formats.count })
    #expect(table.rows.contains { $0.cells.allSatisfy { if case .fixed = $0 { true } else { false } } })
  }
}
