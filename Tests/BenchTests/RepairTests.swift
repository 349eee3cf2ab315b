import Formats
import Foundation
import RulePages
import Rules
import Support
import Testing

@testable import tapescript_bench

/// Every repair of every rule holds in every notation that can show the mistake. `tapescript-bench repairs` prints the table.
struct RepairTests {
  private static let pages = try! RulePage.all(in: Repository.root.appending(path: "docs/rules").path())

  @Test("The repairs of a rule hold in every notation", arguments: pages)
  func repairs(page: RulePage) {
    let table = RepairTable([page], Notations.builtIn.formats)
    #expect(table.complaints == [])
  }

  @Test("No cell is empty without a reason, and none has a reason that it does not need")
  func table() {
    let table = RepairTable(Self.pages.filter { $0.id.hasPrefix("time-") }, Notations.builtIn.formats)
    #expect(table.formats == Notations.builtIn.formats.map(\.name))
    #expect(table.rows.allSatisfy { $0.cells.count == table.formats.count })
    #expect(table.rows.contains { $0.cells.allSatisfy { if case .mended = $0 { true } else { false } } })
  }
}
