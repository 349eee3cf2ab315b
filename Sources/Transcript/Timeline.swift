/// When the segments of a transcript begin and end, computed from a reading.
///
/// A segment ends at its written end; without one, it ends where the next segment with a different time begins. If
/// there is none, its end is not known. A segment without a time has the time of the one above it.
public struct Timeline: Sendable {
  /// All segments, by their blocks, in order.
  public let segments: [Int]
  private let starts: [Time?]
  private let ends: [Time?]

  public init(_ reading: Reading) {
    segments = reading.segments()
    var starts: [Time?] = []
    starts.reserveCapacity(segments.count)
    for index in segments { starts.append(reading.episode.start(of: index) ?? starts.last ?? nil) }
    var ends: [Time?] = Array(repeating: nil, count: segments.count)
    var next: Time?
    for position in segments.indices.reversed() {
      if position + 1 < segments.count, starts[position + 1] != starts[position] { next = starts[position + 1] }
      // If the time runs backwards, the end is not known.
      let written = reading.episode.rows[segments[position]].end
      if let start = starts[position], let end = written ?? next, end > start { ends[position] = end }
    }
    self.starts = starts
    self.ends = ends
  }

  /// The first time in the transcript.
  public var first: Time? { starts.first { $0 != nil } ?? nil }

  /// The last time in the transcript: where the last segment begins.
  public var last: Time? { starts.last ?? nil }

  public func start(of block: Int) -> Time? {
    position(of: block).flatMap { starts[$0] }
  }

  public func end(of block: Int) -> Time? {
    position(of: block).flatMap { ends[$0] }
  }

  /// From the first time in a run of neighbouring segments to the end of its last segment. If that is not known, as at
  /// the end of the transcript, the span ends where the last segment begins.
  public func span(of run: [Int]) -> (start: Time, end: Time)? {
    guard let head = run.first, let from = position(of: head) else { return nil }
    let to = from + run.count - 1
    guard let start = starts[from...to].lazy.compactMap({ $0 }).first else { return nil }
    let end = ends[to] ?? starts[to] ?? start
    return (start, max(start, end))
  }

  private func position(of block: Int) -> Int? {
    let position = segments.partitioningIndex { $0 >= block }
    return position < segments.count && segments[position] == block ? position : nil
  }
}
