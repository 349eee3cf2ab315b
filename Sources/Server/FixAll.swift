import Rules
import SourceText

/// All findings of one rule fixed in one step.
struct FixAll {
  let edits: [Edit]
  /// How many findings are fixed.
  let count: Int

  /// More edits are not sent at once: editors take seconds for them. What is left can be fixed next.
  static let mostEdits = 10_000

  /// All that one rule found: somebody chose it by name, so the best fix is made where none is safe. What overlaps an
  /// earlier fix is left for another time.
  init(_ findings: [Finding], of rule: String) {
    var fixes = FixSet()
    count = findings.count { finding in
      guard finding.rule == rule, let fix = finding.fixes.first(where: \.isSafe) ?? finding.fixes.first else {
        return false
      }
      return fixes.count + fix.edits.count <= Self.mostEdits && fixes.add(fix)
    }
    edits = Array(fixes.edits)
  }
}
