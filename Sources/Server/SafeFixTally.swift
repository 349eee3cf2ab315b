import Rules

/// Counts the safe fixes, which need no look.
///
/// They are counted from the findings, which takes no time. Making the fixes takes several rounds over the whole text;
/// a fix that changes more than it declares is left out only then.
struct SafeFixTally {
  /// How many findings of each rule have a safe fix.
  private var rules: [(key: String, value: Int)] = []

  init(_ findings: [Finding]) {
    for finding in findings where finding.fixes.contains(where: \.isSafe) {
      if let place = rules.firstIndex(where: { $0.key == finding.rule }) {
        rules[place].value += finding.count
      } else {
        rules.append((finding.rule, finding.count))
      }
    }
  }

  /// How many findings have a safe fix.
  var count: Int { rules.reduce(0) { $0 + $1.value } }

  /// `Make all 10 safe fixes: 5 double-space, 2 time-style, 3 of 2 other rules`.
  var title: String {
    count == 1
      ? "Make the one safe fix: \(rules.first?.key ?? "")" : "Make all \(count) safe fixes: \(summary)"
  }

  private var summary: String {
    let named = rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = named.count > 4 ? named.prefix(3) : named[...]
    let others = named.dropFirst(shown.count)
    let names = shown.map { "\($0.value) \($0.key)" }
    let rest = others.isEmpty ? [] : ["\(others.reduce(0) { $0 + $1.value }) of \(others.count) other rules"]
    return (names + rest).joined(separator: ", ")
  }
}
