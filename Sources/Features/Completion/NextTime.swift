import SourceText
import Transcript

extension CompletionPlace {
  /// When a segment at the cursor would begin: when the segment above is over, or as long after its start as its words
  /// take at the pace of the segments above. It is not later than the segment below.
  ///
  /// - Parameter block: the segment, if it is there already.
  /// - Returns: nil if nothing above has a time.
  func nextTime(for block: Int? = nil) -> (time: Time, like: Timestamp)? {
    guard let (last, start, free) = freeTime(for: block), let stamp = stamp(of: last) else { return nil }
    var milliseconds = Int(free.milliseconds)
    let next = below().lazy.compactMap { reading.episode.start(of: $0) }.first { $0 > start }
    if let next, milliseconds >= Int(next.milliseconds) {
      milliseconds = (Int(start.milliseconds) + Int(next.milliseconds)) / 2
    }
    if stamp.style.fractionDigits == 0 { milliseconds -= milliseconds % 1000 }
    return (Time(milliseconds: milliseconds), stamp)
  }

  /// When the words above are over, whatever stands below: the nearest segment with a time, its start, and its end.
  ///
  /// - Parameter block: the segment at the cursor, if it is there already.
  func freeTime(for block: Int? = nil) -> (segment: Int, start: Time, end: Time)? {
    let episode = reading.episode
    let above = above().filter { $0 != block }
    guard let last = above.first(where: { episode.start(of: $0) != nil }), let start = episode.start(of: last) else {
      return nil
    }
    if let end = episode.rows[last].end, end > start { return (last, start, end) }
    let words = above.prefix { $0 >= last }.reduce(0) { $0 + Int(episode.rows[$1].words) }
    let length = max(1, Int((Double(words) / pace(above)).rounded())) * 1000
    return (last, start, Time(milliseconds: Int(start.milliseconds) + length))
  }

  /// How the start of a segment is written.
  func stamp(of block: Int) -> Timestamp? {
    if let range = reading.range(.start, of: block), case .time(let stamp) = Timestamp.read(reading.text.bytes[range]) {
      return stamp
    }
    if let near = reading.nearestTime(to: block) { return near }
    // Where starts are given in seconds only.
    guard case .time(let stamp) = Timestamp.read("0:00".utf8) else { return nil }
    return stamp
  }

  /// Words a second; an ordinary pace where the segments show none.
  private func pace(_ segments: [Int]) -> Double {
    var (words, milliseconds) = (0, 0)
    var later: Time?
    for segment in segments {
      guard let start = reading.episode.start(of: segment) else { continue }
      let length = later.map { Int($0.milliseconds) - Int(start.milliseconds) } ?? 0
      let count = Int(reading.episode.rows[segment].words)
      if length > 0, length < 600_000, count > 0 { (words, milliseconds) = (words + count, milliseconds + length) }
      later = start
    }
    let pace = milliseconds > 0 ? Double(words) * 1000 / Double(milliseconds) : 0
    return (0.5...6).contains(pace) ? pace : 2.5
  }
}
