import JSON
import Rules

/// For machines: how many findings each rule has, and how many of them can be fixed.
struct RuleList: Printer {
  func piece(_ file: FileFindings) -> String? { nil }

  func closing(_ end: ReportEnd) -> String {
    let rules = end.tally.rulesByCount.map { rule, count in
      JSONValue.object([
        ("rule", .string(rule)), ("findings", .integer(count.findings)), ("safe", .integer(count.safe)),
        ("offered", .integer(count.offered)),
      ])
    }
    return rules.isEmpty ? "[]\n" : "[\n" + rules.map(\.text).joined(separator: ",\n") + "\n]\n"
  }
}
