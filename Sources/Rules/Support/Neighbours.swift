import Transcript

extension Reading {
  /// How the start nearest to a segment is written, if one is near.
  func nearestTime(to block: Int) -> Timestamp? {
    let above = episode.rows.indices[..<block].suffix(50).last { isWritten($0) }
    let below = episode.rows.indices[(block + 1)...].prefix(50).first { isWritten($0) }
    guard let nearest = [above, below].compactMap({ $0 }).min(by: { abs($0 - block) < abs($1 - block) }),
      let range = range(.start, of: nearest), case .time(let stamp) = Timestamp.read(text.bytes[range])
    else { return nil }
    return stamp
  }

  private func isWritten(_ block: Int) -> Bool {
    episode.start(of: block) != nil && episode.rows[block].startStyle.minuteDigits > 0
  }

  /// What the start of a segment has to go with: the nearest starts around it, if they are near.
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
