import Rules
import SourceText

/// Several findings mended in one step.
struct JointRepair {
  let edits: [Edit]
  /// How many findings of each rule are mended.
  let rules: [String: Int]

  /// More edits are not sent at once: editors take seconds for them. What is left can be mended next.
  static let mostEdits = 10_000

  /// How many findings are mended.
  var count: Int { rules.values.reduce(0, +) }

  /// Everything that can be mended without anybody looking: what `check --fix` makes of the text, and as well proven.
  init(safe result: Mender.Result) {
    edits = result.changes.edits
    rules = result.rules
  }

  /// All that one rule found: somebody chose it by name, so the best repair is made where none is safe. What overlaps an
  /// earlier repair is left for another time.
  init(_ findings: [Finding], of rule: String) {
    var repairs = Repairs()
    let count = findings.count { finding in
      guard finding.rule == rule, let fix = finding.fixes.first(where: \.isSafe) ?? finding.fixes.first else {
        return false
      }
      return repairs.edits.count + fix.edits.count <= Self.mostEdits && repairs.add(fix)
    }
    edits = repairs.edits
    rules = [rule: count]
  }

  /// What is done: `5 double-space, 2 time-style, 3 of 2 other rules`.
  var summary: String {
    let named = rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = named.count > 4 ? named.prefix(3) : named[...]
    let others = named.dropFirst(shown.count)
    let names = shown.map { "\($0.value) \($0.key)" }
    let rest = others.isEmpty ? [] : ["\(others.reduce(0) { $0 + $1.value }) of \(others.count) other rules"]
    return (names + rest).joined(separator: ", ")
  }
}
