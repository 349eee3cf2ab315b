import SourceText
import Transcript

/// One round of repairs: as many as can be made together and do no harm.
struct MendingRound {
  typealias Repair = (finding: Finding, fix: Fix)
  typealias Outcome = (reading: Reading, findings: [Finding])

  private(set) var made: [Repair] = []
  private(set) var refused: [Mender.Refusal] = []
  /// The text with what was made; nil where nothing was.
  private(set) var outcome: Outcome?

  private let before: Reading
  private let known: [Finding]
  private let harm: Severity
  private let read: (Text) -> Reading?
  private let judge: (Reading) -> [Finding]

  init(
    _ before: Reading, _ findings: [Finding], harm: Severity, read: @escaping (Text) -> Reading?,
    judge: @escaping (Reading) -> [Finding]
  ) {
    self.before = before
    known = findings.filter { $0.severity >= harm }
    self.harm = harm
    self.read = read
    self.judge = judge
  }

  /// Of the text as it was before the round.
  var edits: [Edit] { repairs(made).edits }

  /// Makes what can be made together. A refused repair leaves its place to one that had to wait for it.
  mutating func make(_ wanted: [Repair]) {
    var waiting = wanted
    var refusals = -1
    while refused.count > refusals, !waiting.isEmpty {
      refusals = refused.count
      var together = repairs(made)
      var batch: [Repair] = []
      waiting.removeAll { repair in
        guard together.add(repair.fix) else { return false }
        batch.append(repair)
        return true
      }
      settle(batch[...])
    }
  }

  /// Makes all of a batch, or, where that does harm, looks for the culprit by halves.
  private mutating func settle(_ batch: ArraySlice<Repair>) {
    guard !batch.isEmpty else { return }
    switch attempt(made + batch) {
    case .clean(let outcome):
      made += batch
      self.outcome = outcome
    case .harm(let mistake) where batch.count == 1:
      refused.append(.init(finding: batch.first!.finding, fix: batch.first!.fix, mistake: mistake))
    case .harm:
      let middle = batch.startIndex + batch.count / 2
      settle(batch[..<middle])
      settle(batch[middle...])
    }
  }

  private enum Attempt {
    case clean(Outcome)
    case harm(Finding?)
  }

  private func attempt(_ wanted: [Repair]) -> Attempt {
    let repairs = repairs(wanted)
    guard let reading = read(repairs.applied(to: before.text)) else { return .harm(nil) }
    let findings = judge(reading)
    let changes = Changes(repairs.edits)
    let known = known.map { (rule: $0.rule, range: changes.moved($0.range)) }
    let mistake = findings.first { finding in
      finding.severity >= harm
        && !known.contains { $0.rule == finding.rule && $0.range.touches(finding.range) }
    }
    return mistake.map { .harm($0) } ?? .clean((reading, findings))
  }

  private func repairs(_ wanted: [Repair]) -> Repairs {
    var repairs = Repairs()
    for repair in wanted { _ = repairs.add(repair.fix) }
    return repairs
  }
}

extension Range<Int> {
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}
