import Rules
import SourceText
import Transcript

extension Judge {
  /// Whether the findings that were kept through edits are those of the same text read afresh: those that are shown, and
  /// those whose fixes are made when somebody asks for them.
  mutating func agrees(
    with fresh: Reading, on reading: Reading, _ settings: Settings = Settings(),
    _ surroundings: Surroundings = Surroundings()
  ) -> Bool {
    let shown = findings(in: reading)
    var mendable = findings(in: reading, fixes: .told)
    guard mendable == Judge.findings(in: fresh, settings, surroundings) else { return false }
    // Those of one rule, and those at one place.
    let fixed = mendable.filter { !$0.fixes.isEmpty }
    if let first = fixed.first, let last = fixed.last {
      let some = findings(in: reading, fixes: .some(rules: [first.rule], places: [last.range]))
      let expected = mendable.map { finding in
        var finding = finding
        if finding.rule != first.rule, !last.range.touches(finding.range) { finding.fixes = [] }
        return finding
      }
      guard some == expected else { return false }
    }
    for index in mendable.indices { mendable[index].fixes = [] }
    return shown == mendable && shown == Judge.findings(in: fresh, settings, surroundings, fixes: .none)
  }
}
