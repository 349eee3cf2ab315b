import Rules
import SourceText

/// All findings of one rule mended in one step.
struct JointRepair {
  let edits: [Edit]
  /// How many findings are mended.
  let count: Int

  /// More edits are not sent at once: editors take seconds for them. What is left can be mended next.
  static let mostEdits = 10_000

  /// All that one rule found: somebody chose it by name, so the best repair is made where none is safe. What overlaps an
  /// earlier repair is left for another time.
  init(_ findings: [Finding], of rule: String) {
    var repairs = Repairs()
    count = findings.count { finding in
      guard finding.rule == rule, let fix = finding.fixes.first(where: \.isSafe) ?? finding.fixes.first else {
        return false
      }
      return repairs.count + fix.edits.count <= Self.mostEdits && repairs.add(fix)
    }
    edits = Array(repairs.edits)
  }
}
