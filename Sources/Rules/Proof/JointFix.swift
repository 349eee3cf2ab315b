import SourceText
import Transcript

/// The safe fixes of many findings that are alike, made as one and packed.
struct JointFix: Sendable, Equatable {
  /// How many fixes it is made of.
  private(set) var count = 0
  private(set) var edits = EditList()
  /// What the fixes declare of stretches of values, and the rest.
  private(set) var rewritings = RewritingList()
  private(set) var others: [Alteration] = []

  init(_ fix: Fix) {
    add(fix)
  }

  /// Makes another fix, too, that stands behind this one. What comes before or into it waits until the text has been read
  /// again.
  mutating func join(_ fix: Fix) {
    guard let last = edits.last, let first = fix.edits.first, first.range.lowerBound > last.range.upperBound else {
      return
    }
    add(fix)
  }

  /// Makes the fixes of another one, too, that stand behind all of this one.
  mutating func join(_ other: JointFix) {
    guard let last = edits.last, let first = other.edits.first, first.range.lowerBound > last.range.upperBound else {
      return
    }
    count += other.count
    for edit in other.edits { edits.append(edit) }
    for rewriting in other.rewritings { rewritings.append(rewriting) }
    others += other.others
  }

  mutating func move(_ moved: (Range<Int>) -> Range<Int>) {
    edits.move(moved)
    rewritings.move(moved)
    for index in others.indices { others[index] = others[index].moved(moved) }
  }

  private mutating func add(_ fix: Fix) {
    let fresh = fix.rewritings
    if let last = rewritings.last, let first = fresh.first, !last.isBefore(first) { return }
    count += 1
    for edit in fix.edits { edits.append(edit) }
    for rewriting in fresh { rewritings.append(rewriting) }
    others += fix.otherAlterations
  }
}

extension Fix {
  /// What it declares of stretches of values, in the order of the text.
  var rewritings: [Rewriting] {
    let rewritings = (alterations ?? []).compactMap(\.rewriting)
    return rewritings.count < 2 ? rewritings : rewritings.sorted { $0.isBefore($1) }
  }

  /// All else that it declares.
  var otherAlterations: [Alteration] { (alterations ?? []).filter { $0.rewriting == nil } }
}

extension Alteration {
  fileprivate var rewriting: Rewriting? {
    guard case .text(let place, let stretch, let replacement, let kind) = self else { return nil }
    return Rewriting(place: place, stretch: stretch, replacement: replacement, kind: kind)
  }
}
