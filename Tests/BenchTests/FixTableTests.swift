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

  /// All that are built in, and those that somebody may write into a configuration.
  private static let formats = Notations.tried.formats.filter {
    // With a time alone on its first line, a title above the first segment is not told from other words.
    $0.name != "export"
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
    // Cues have rules of their own about times, and some notations have no times.
    let ordinary = table.formats.indices.filter { place in
      ["page", "captions", "blog", "front-matter"].contains(table.formats[place])
        || Notations.tried.own.contains { $0.name == table.formats[place] }
    }
    #expect(
      table.rows.contains { row in
        ordinary.allSatisfy { if case .fixed = row.cells[$0] { true } else { false } }
      })
  }
}
