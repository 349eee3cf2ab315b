import Transcript

extension Reading {
  /// The segments, by their blocks, without those in a merge that somebody has yet to decide: of two versions one will go.
  func settledSegments() -> [Int] {
    guard blocks.count(of: .conflict) > 0 else { return segments() }
    var isInConflict = false
    return blocks.indices.filter { block in
      if kind(of: block) == .conflict { isInConflict = blocks[block].level != UInt8(ascii: ">") }
      return kind(of: block) == .segment && !isInConflict
    }
  }
}
