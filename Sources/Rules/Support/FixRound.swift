import SourceText
import Transcript

/// Makes one round of fixes: as many as can be made together without harm.
struct FixRound {
  typealias Offer = (finding: Finding, fix: Fix)
  typealias Outcome = (reading: Reading, findings: [Finding])

  private(set) var made: [Offer] = []
  private(set) var refused: [FixLoop.Refusal] = []
  /// The text with the fixes that were made, and its findings; nil if none was made.
  private(set) var outcome: Outcome?
  /// How often the text was read and checked.
  private(set) var attempts = 0

  /// How often the text may be read and checked in a round. The fixes that cause harm nearly always stand beside it, so
  /// all of them are found at once, and three attempts are usually enough. Fixes that are not cleared in the end are
  /// refused.
  private static let limit = 40

  private let before: Reading
  /// The mistakes in the text before, if they are as severe as those that a fix must not cause.
  private let known: [Finding]
  private let choice: FixLoop.Choice
  private let read: (Text) -> Reading?
  private let judge: (Reading) -> [Finding]

  init(
    _ before: Reading, _ findings: [Finding], _ choice: FixLoop.Choice, read: @escaping (Text) -> Reading?,
    judge: @escaping (Reading) -> [Finding]
  ) {
    self.before = before
    known = findings.filter { $0.severity >= choice.harm }
    self.choice = choice
    self.read = read
    self.judge = judge
  }

  /// The edits of the fixes that were made, in the text before the round.
  var edits: EditList { fixes(made).edits }

  /// Makes all fixes that can be made together. When a fix is refused, one that was waiting for its place is tried.
  mutating func make(_ wanted: [Offer]) {
    var waiting = wanted
    var refusals = -1
    while refused.count > refusals, !waiting.isEmpty {
      refusals = refused.count
      var together = fixes(made)
      var batch: [Offer] = []
      waiting.removeAll { offer in
        guard Self.add(offer, to: &together) else { return false }
        batch.append(offer)
        return true
      }
      settle(batch)
    }
  }

  /// Makes the fixes of a batch that do no harm.
  ///
  /// If all fixes of the batch together do harm, each harm has suspects: the fixes in the blocks where it shows. A
  /// single suspect is accused; of several, half are put off. This is done for all harm at the same time. The fixes
  /// that were put off are tried after the others.
  ///
  /// - Parameter isAppeal: whether the whole batch has been accused before. Harm may show at the place of an innocent
  ///   fix, so the accused fixes are tried once more, without those that are certainly guilty.
  private mutating func settle(_ batch: [Offer], isAppeal: Bool = false) {
    var waiting = batch
    var accused: [(offer: Offer, reason: FixLoop.Refusal.Reason)] = []
    while !waiting.isEmpty {
      var trial = waiting
      var putOff: [Offer] = []
      while !trial.isEmpty {
        guard attempts < Self.limit else {
          refused += (trial + putOff).map { .init(finding: $0.finding, fix: $0.fix, reason: .unproven) }
          refused += accused.map { .init(finding: $0.offer.finding, fix: $0.offer.fix, reason: $0.reason) }
          return
        }
        attempts += 1
        let (outcome, harm) = attempt(made + trial)
        if let outcome {
          made += trial
          self.outcome = outcome
          break
        }
        let (guilty, doubtful) = blame(harm, on: trial)
        for (number, reason) in guilty.sorted(by: { $0.key < $1.key }) {
          let offer = trial[number]
          // A fix that does harm on its own is certainly guilty.
          if isAppeal || trial.count == 1 {
            refused.append(.init(finding: offer.finding, fix: offer.fix, reason: reason))
          } else {
            accused.append((offer, reason))
          }
        }
        putOff += doubtful.sorted().map { trial[$0] }
        trial = trial.indices.filter { guilty[$0] == nil && !doubtful.contains($0) }.map { trial[$0] }
      }
      waiting = putOff
    }
    if !accused.isEmpty { settle(accused.map(\.offer), isAppeal: true) }
  }

  private struct Harm {
    /// In bytes of the text before the round.
    var place: Range<Int>
    var reason: FixLoop.Refusal.Reason
  }

  /// Decides which fixes to blame for harm: the only suspects, and half of the suspects wherever there are several.
  private func blame(_ harm: [Harm], on trial: [Offer])
    -> (guilty: [Int: FixLoop.Refusal.Reason], doubtful: Set<Int>)
  {
    let suspects = Suspects(trial.map { $0.finding.joint?.edits ?? EditList($0.fix.edits) }, before)
    var guilty: [Int: FixLoop.Refusal.Reason] = [:]
    var doubtful: Set<Int> = []
    func accuse(_ some: [Int], _ reason: FixLoop.Refusal.Reason) {
      if some.count == 1 {
        guilty[some[0]] = guilty[some[0]] ?? reason
      } else if !some.contains(where: { guilty[$0] != nil || doubtful.contains($0) }) {
        doubtful.formUnion(some[(some.count / 2)...])
      }
    }
    for harm in harm { accuse(suspects.near(harm.place, blocks: 0), harm.reason) }
    guard guilty.isEmpty, doubtful.isEmpty else { return (guilty, doubtful) }
    // The harm shows where no fix changed anything. The fixes nearby are put off first; if there are none, or all fixes
    // are near, any fix may be the cause.
    let near = Set(harm.flatMap { suspects.near($0.place, blocks: 3) })
    if !near.isEmpty, near.count < trial.count { return ([:], near) }
    for harm in harm { accuse(near.isEmpty ? Array(trial.indices) : suspects.near(harm.place, blocks: 3), harm.reason) }
    return (guilty, doubtful)
  }

  /// The text with some fixes, or the harm that they do.
  private func attempt(_ wanted: [Offer]) -> (Outcome?, [Harm]) {
    let edits = fixes(wanted).edits
    let changes = Changes(edits)
    guard let reading = read(changes.applied(to: before.text)) else {
      return (nil, [Harm(place: 0..<before.text.count, reason: .unreadable)])
    }
    if choice == .safe {
      let singles = wanted.filter { $0.finding.joint == nil }.map(\.fix)
      let breaches = Proof(before, singles, joint: wanted.compactMap(\.finding.joint), edits).breaches(in: reading)
      guard breaches.isEmpty else {
        return (nil, breaches.map { Harm(place: $0.place, reason: .changes($0.words)) })
      }
    }
    let findings = judge(reading)
    let known = KnownMistakes(known, changes)
    let fresh = findings.filter { $0.severity >= choice.harm && !known.hold($0) }
    guard !fresh.isEmpty else { return ((reading, findings), []) }
    let back = changes.inverted
    return (nil, fresh.map { Harm(place: back.moved($0.range), reason: .mistake($0)) })
  }

  private func fixes(_ wanted: [Offer]) -> FixSet {
    var fixes = FixSet()
    for offer in wanted { _ = Self.add(offer, to: &fixes) }
    return fixes
  }

  private static func add(_ offer: Offer, to fixes: inout FixSet) -> Bool {
    offer.finding.joint.map { fixes.add($0) } ?? fixes.add(offer.fix)
  }
}
