extension Reading {
  /// The spelling of the start nearest to a segment; nil if none is near.
  public func nearestTime(to block: Int) -> Timestamp? {
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
}
