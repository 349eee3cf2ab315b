import SourceText

/// The mistakes that a text had before fixes were made. If one of them is still there afterwards, no fix is to blame.
struct KnownMistakes {
  private struct Key: Hashable {
    var rule: String
    var severity: Severity
  }

  private let places: [Key: SortedRanges]

  /// - Parameter changes: what was changed in the text since.
  init(_ findings: [Finding], _ changes: Changes) {
    places = Dictionary(grouping: findings) { Key(rule: $0.rule, severity: $0.severity) }
      .mapValues { SortedRanges($0.map { changes.moved($0.range) }) }
  }

  /// Whether a finding touches a known one of the same rule with at least the same severity.
  func hold(_ finding: Finding) -> Bool {
    Severity.allCases.contains { severity in
      severity >= finding.severity
        && places[Key(rule: finding.rule, severity: severity)]?.touch(finding.range) ?? false
    }
  }
}
