import Rules
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
    for index in mendable.indices { mendable[index].fixes = [] }
    return shown == mendable && shown == Judge.findings(in: fresh, settings, surroundings, fixes: .none)
  }
}
