import SourceText
import Transcript

/// The safe fixes of many similar findings, made as one and stored compactly.
struct JointFix: Sendable, Equatable {
  /// How many fixes it is made of.
  private(set) var count = 0
  private(set) var edits = EditList()
  /// The declared changes of ranges of values, and all other declared changes.
  private(set) var rewritings = RewritingList()
  private(set) var others: [Alteration] = []

  init(_ fix: Fix) {
    add(fix)
  }

  /// Adds a fix that stands behind this one. A fix that stands before this one or inside it is left out; it waits until
  /// the text has been read again.
  mutating func join(_ fix: Fix) {
    guard let last = edits.last, let first = fix.edits.first, first.range.lowerBound > last.range.upperBound else {
      return
    }
    add(fix)
  }

  /// Adds the fixes of another joint fix that stand behind all of this one.
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
  /// The declared changes of ranges of values, in the order of the text.
  var rewritings: [Rewriting] {
    let rewritings = (alterations ?? []).compactMap(\.rewriting)
    return rewritings.count < 2 ? rewritings : rewritings.sorted { $0.isBefore($1) }
  }

  /// All other declared changes.
  var otherAlterations: [Alteration] { (alterations ?? []).filter { $0.rewriting == nil } }
}

extension Alteration {
  fileprivate var rewriting: Rewriting? {
    guard case .text(let place, let stretch, let replacement, let kind) = self else { return nil }
    return Rewriting(place: place, stretch: stretch, replacement: replacement, kind: kind)
  }
}
