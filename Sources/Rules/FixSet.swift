import SourceText

/// Fixes that can be made together, because their edits do not touch.
public struct FixSet: Sendable {
  /// The edits of single fixes, in the order of the text.
  private var singles: [Edit] = []
  private var lists: [EditList] = []

  public init() {}

  /// How many edits there are.
  public var count: Int { lists.reduce(singles.count) { $0 + $1.count } }

  /// In the order of the text.
  public var edits: EditList { lists.reduce(EditList(singles)) { $0.merged(with: $1) } }

  /// Adds a fix, unless one of its edits touches one that is already in the set; it then has to wait for another round.
  ///
  /// Two insertions at one place touch, since their order would be a guess. Two equal replacements do not: a fix that
  /// renames a speaker everywhere is offered at each place of the name.
  public mutating func add(_ fix: Fix) -> Bool {
    let fresh = fix.edits.filter(isFresh)
    guard !fresh.contains(where: { meets($0.range) }) else { return false }
    for edit in fresh { singles.insert(edit, at: singles.place(of: edit.range)) }
    return true
  }

  /// Adds a joint fix. Its edits are kept as a list of their own, because inserting them one by one would be slow.
  mutating func add(_ joint: JointFix) -> Bool {
    let fresh = joint.edits.allSatisfy(isFresh) ? joint.edits : EditList(joint.edits.lazy.filter(isFresh))
    guard !fresh.contains(where: { meets($0.range) }) else { return false }
    lists.append(fresh)
    return true
  }

  private func isFresh(_ edit: Edit) -> Bool {
    edit.range.isEmpty || !(singles.holds(edit) || lists.contains { $0.holds(edit) })
  }

  private func meets(_ range: Range<Int>) -> Bool {
    singles.meet(range) || lists.contains { $0.meet(range) }
  }
}

extension RandomAccessCollection<Edit> where Index == Int {
  fileprivate func place(of range: Range<Int>) -> Int {
    partitioningIndex { $0.range.lowerBound >= range.lowerBound }
  }

  fileprivate func holds(_ edit: Edit) -> Bool {
    let place = place(of: edit.range)
    return place < endIndex && self[place] == edit
  }

  fileprivate func meet(_ range: Range<Int>) -> Bool {
    let place = place(of: range)
    if place > startIndex, self[place - 1].range.upperBound > range.lowerBound { return true }
    guard place < endIndex else { return false }
    let next = self[place].range
    return next.lowerBound < range.upperBound || next.lowerBound == range.lowerBound
  }
}
