import Formats
import Support
import Testing

@testable import tapescript_bench

/// Every slip at a time or a label is found where it is, in every notation. `tapescript-bench slips` prints the table.
struct SlipTests {
  @Test("No slip is passed over in silence without a reason, and none is blamed on something else")
  func slips() {
    let table = SlipTable(.tried)
    #expect(table.notations.count == Notations.tried.formats.count - 1)
    for row in table.rows {
      #expect(row.cells.count == table.notations.count)
      for (notation, (template, cell)) in zip(table.notations, zip(table.templates, row.cells)) {
        let reason = SlipTable.reason(for: row.slip, in: notation, template)
        switch cell {
        case .silent: #expect(reason != nil, "\(row.slip) in \(notation)")
        case .wrong(let what): Issue.record("\(row.slip) in \(notation): \(what)")
        case .restored, .found, .absent: #expect(reason == nil, "\(row.slip) in \(notation)")
        // Its speakers are called Q and A, or its titles are times, which the conversation has not.
        case .untold: #expect(["oral-history", "google-meet"].contains(notation), "\(row.slip) in \(notation)")
        }
      }
    }
    let cells = table.rows.flatMap(\.cells).filter { $0 != .absent && $0 != .untold }
    #expect(cells.count { $0 == .restored } * 10 > cells.count * 6)
  }
}
