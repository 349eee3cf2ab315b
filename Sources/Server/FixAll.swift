import Rules
import SourceText

/// All findings of one rule fixed in one step.
struct FixAll {
  let edits: [Edit]
  /// How many findings are fixed.
  let count: Int

  /// Editors take seconds for more edits than this. The findings that are left can be fixed by the same action again.
  static let mostEdits = 10_000

  /// The user chose this rule by name, so the best fix of each finding is made even if it is not safe. A fix that
  /// overlaps an earlier one is left for the next time.
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
