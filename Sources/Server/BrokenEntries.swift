import Transcript

extension Reading {
  /// The unreadable YAML entries at either end of a range, in bytes, without the blank lines that follow them.
  func brokenEntries(at range: Range<Int>) -> [Range<Int>] {
    let ends = Set([range.lowerBound, range.upperBound].compactMap(blocks.index(at:))).sorted()
    return ends.filter { block in
      blocks[block].hasFault && blocks.parts(of: block).contains { $0.fault?.isYAML ?? false }
    }.map(content).filter { $0.touches(range) }
  }
}
