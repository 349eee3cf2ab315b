import Rules
import SourceText

/// Several findings mended in one step. What overlaps an earlier repair is left for another time.
struct JointRepair {
  private(set) var repairs = Repairs()
  /// How many findings are mended.
  private(set) var count = 0

  var edits: [Edit] { repairs.edits }

  /// Everything that can be mended without anybody looking.
  init(safe findings: [Finding]) {
    for finding in findings {
      if let fix = finding.fixes.first(where: \.isSafe) { add(fix) }
    }
  }

  /// All that one rule found: somebody chose it by name, so the best repair is made where none is safe.
  init(_ findings: [Finding], of rule: String) {
    for finding in findings where finding.rule == rule {
      if let fix = finding.fixes.first(where: \.isSafe) ?? finding.fixes.first { add(fix) }
    }
  }

  /// More edits are not sent at once: editors take seconds for them. What is left can be mended next.
  static let mostEdits = 10_000

  private mutating func add(_ fix: Fix) {
    if edits.count + fix.edits.count <= Self.mostEdits, repairs.add(fix) { count += 1 }
  }
}
