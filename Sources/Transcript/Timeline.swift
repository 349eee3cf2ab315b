/// When the segments of a transcript begin and end, computed from a reading.
///
/// A segment ends at its written end; without one, it ends where the next segment with a different time begins. If
/// there is none, its end is not known. A segment without a time has the time of the one above it, or of the header between
/// both: some notations give the time of a section with its title.
public struct Timeline: Sendable {
  /// All segments, by their blocks, in order.
  public let segments: [Int]
  private let starts: [Time?]
  private let ends: [Time?]
  /// The positions of the segments that have a time of their own, beside them or beside the title above.
  private let timed: [Int]
  /// When sections begin, as written with their titles, by the blocks of the headers.
  private let headers: [Int: Time]

  public init(_ reading: Reading) {
    segments = reading.segments()
    var headers: [Int: Time] = [:]
    // Where a header with a time stands between two segments, that time, by the position of the second.
    var between: [Int: Time] = [:]
    var starts: [Time?] = []
    starts.reserveCapacity(segments.count)
    var timed: [Int] = []
    var header = reading.blocks.count(of: .header) > 0 ? 0 : reading.blocks.count
    func passHeaders(before position: Int, at block: Int) {
      while header < block {
        if let time = reading.timeOfHeader(header), starts.last.flatMap({ $0 }).map({ $0 <= time }) ?? true {
          headers[header] = time
          between[position] = between[position] ?? time
        }
        header += 1
      }
    }
    for (position, index) in segments.enumerated() {
      passHeaders(before: position, at: index)
      let titled = between.isEmpty ? nil : between[position]
      let own = reading.episode.start(of: index) ?? titled
      if own != nil { timed.append(position) }
      starts.append(own ?? starts.last ?? nil)
    }
    // A section in which nobody speaks yet has a time, too.
    passHeaders(before: segments.count, at: reading.blocks.count)
    var ends: [Time?] = Array(repeating: nil, count: segments.count)
    var next: Time?
    for position in segments.indices.reversed() {
      let below = position + 1
      let titled = between.isEmpty ? nil : between[below]
      if let time = titled ?? (below < segments.count ? starts[below] : nil), time != starts[position] { next = time }
      // If the time runs backwards, the end is not known.
      let written = reading.episode.rows[segments[position]].end
      if let start = starts[position], let end = written ?? next, end > start { ends[position] = end }
    }
    self.starts = starts
    self.ends = ends
    self.timed = timed
    self.headers = headers
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

  /// The segments that share a start and an end, by their blocks, in order.
  public func segments(from start: Time, to end: Time) -> [Int] {
    segments.indices.filter { starts[$0] == start && ends[$0] == end }.map { segments[$0] }
  }

  /// The earliest and the latest time at which some segments begin, given by their blocks in order; nil if none has a
  /// time.
  public func starts(of blocks: [Int]) -> ClosedRange<Time>? {
    var found: ClosedRange<Time>?
    var position = 0
    for block in blocks {
      while position < segments.count, segments[position] < block { position += 1 }
      guard position < segments.count, segments[position] == block, let start = starts[position] else { continue }
      found = found.map { min($0.lowerBound, start)...max($0.upperBound, start) } ?? start...start
    }
    return found
  }

  /// From the first time in a run of neighbouring segments to the end of its last segment. If that is not known, as at
  /// the end of the transcript, the span ends where the last segment begins.
  public func span(of run: some Collection<Int>) -> (start: Time, end: Time)? {
    guard let head = run.first, let from = position(of: head) else { return nil }
    let to = from + run.count - 1
    guard let start = starts[from...to].lazy.compactMap({ $0 }).first else { return nil }
    let end = ends[to] ?? starts[to] ?? start
    return (start, max(start, end))
  }

  /// The same for a section. It begins at the time that is written with its title or else at the first one in it, as that of a turn
  /// which goes on from above is not its own. It ends by the first time below it.
  public func span(of section: Section) -> (start: Time, end: Time)? {
    let titled = section.header.flatMap { headers[$0] }
    guard let head = section.segments.first, let first = position(of: head), let said = span(of: section.segments)
    else {
      return titled.map { ($0, $0) }
    }
    let behind = first + section.segments.count
    guard let start = titled ?? ownStart(from: first, before: behind) else { return nil }
    let end = ownStart(from: behind, before: segments.count).map { $0 < start ? said.end : min($0, said.end) }
    return (start, max(start, end ?? said.end))
  }

  /// The first time that one of some neighbouring segments has of its own, given by their positions.
  private func ownStart(from first: Int, before end: Int) -> Time? {
    let place = timed.partitioningIndex { $0 >= first }
    return place < timed.count && timed[place] < end ? starts[timed[place]] : nil
  }

  /// The time that is written with the title of a section, by the block of its header; nil where there is none, or where it
  /// is before the time above it.
  public func timeOfHeader(_ block: Int) -> Time? { headers[block] }

  private func position(of block: Int) -> Int? {
    let position = segments.partitioningIndex { $0 >= block }
    return position < segments.count && segments[position] == block ? position : nil
  }
}

extension Reading {
  /// The time that is written with the title of a section, or is its title.
  fileprivate func timeOfHeader(_ block: Int) -> Time? {
    guard kind(of: block) == .header, let range = range(.start, of: block) ?? range(.title, of: block),
      range.count <= 20, case .time(let stamp) = Timestamp.read(text.bytes[range])
    else { return nil }
    return stamp.time
  }
}
