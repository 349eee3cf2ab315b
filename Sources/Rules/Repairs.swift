import SourceText

/// Repairs that can be made together: their edits do not touch.
public struct Repairs: Sendable {
  /// In the order of the text.
  public private(set) var edits: [Edit] = []

  public init() {}

  /// Adds a repair unless one of its edits meets an edit that is here already; then it has to wait for another round.
  ///
  /// Two insertions at one place meet, since their order would be a guess. The same replacement twice does not: a repair
  /// of all places at which a name stands is offered at each of them.
  public mutating func add(_ fix: Fix) -> Bool {
    let fresh = fix.edits.filter { $0.range.isEmpty || !contains($0) }
    guard fresh.allSatisfy({ !meets($0.range) }) else { return false }
    for edit in fresh { edits.insert(edit, at: place(of: edit.range)) }
    return true
  }

  private func place(of range: Range<Int>) -> Int {
    edits.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
  }

  private func contains(_ edit: Edit) -> Bool {
    let place = place(of: edit.range)
    return place < edits.count && edits[place] == edit
  }

  private func meets(_ range: Range<Int>) -> Bool {
    let place = place(of: range)
    if place > 0, edits[place - 1].range.upperBound > range.lowerBound { return true }
    guard place < edits.count else { return false }
    let next = edits[place].range
    return next.lowerBound < range.upperBound || next.lowerBound == range.lowerBound
  }
}
