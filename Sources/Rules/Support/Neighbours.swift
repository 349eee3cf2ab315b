import Transcript

extension Reading {
  /// The nearest starts around a segment, if they are near, to compare its start with.
  func neighbours(of block: Int, _ pace: Pace) -> TimeCandidates.Neighbours {
    let rows = episode.rows
    let above = rows.indices[..<block].suffix(50).last { episode.start(of: $0) != nil }
    let below = rows.indices[(block + 1)...].prefix(50).first { episode.start(of: $0) != nil }
    func words(_ range: Range<Int>) -> Int { rows[range].reduce(0) { $0 + Int($1.words) } }
    return .init(
      above: above.flatMap { rows[$0].start }, below: below.flatMap { rows[$0].start },
      wordsAbove: above.map { words($0..<block) } ?? 0, wordsBelow: below.map { words(block..<$0) } ?? 0,
      pace: pace)
  }
}
