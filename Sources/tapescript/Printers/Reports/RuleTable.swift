import Rules
import SourceText

/// For people: how many findings each rule has, and how many of them can be fixed.
struct RuleTable: Printer {
  let terminal: Terminal

  func piece(_ file: FileFindings) -> String? { nil }

  func closing(_ end: ReportEnd) -> String {
    guard !end.tally.rules.isEmpty else { return "" }
    var table = Table([.right, .right, .right, .left])
    table.add(["findings", "safe fix", "offered", "rule"].map { terminal.ink(.dim, $0) })
    for (rule, count) in end.tally.rulesByCount {
      table.add([grouped(count.findings), grouped(count.safe), grouped(count.offered), rule])
    }
    return table.text + "\n"
  }
}
