import SourceText
import Transcript

/// The hints in a part of a text, in order.
///
/// - Parameters:
///   - range: the part, in bytes.
///   - kinds: the wanted kinds.
public func hints(_ reading: Reading, in range: Range<Int>, kinds: Set<Hint.Kind> = Hint.Kind.all) -> [Hint] {
  let timeline = Timeline(reading)
  // A text without times has nothing to say.
  guard timeline.first != nil, !kinds.isEmpty else { return [] }
  var found: [Hint] = []
  if kinds.contains(.length) { appendLengths(reading, timeline, in: range, to: &found) }
  if kinds.contains(.time) { appendTimes(reading, timeline.segments, in: range, to: &found) }
  return found.sorted { $0.offset < $1.offset }
}

private func appendLengths(_ reading: Reading, _ timeline: Timeline, in range: Range<Int>, to hints: inout [Hint]) {
  let segments = timeline.segments
  let first = segments.partitioningIndex { reading.blocks.range(of: $0).upperBound >= range.lowerBound }
  let end = segments.partitioningIndex { reading.blocks.start(of: $0) > range.upperBound }
  // The turns above and below are compared with those of the range.
  let turns = turnsCovering(max(0, first - 1)..<(max(first, end) + 1), reading)
  for (index, turn) in turns.enumerated() {
    let last = turn.last
    let offset = offset(behind: last, reading)
    // Turns that begin at the same time share its length, and nobody knows how. One without a time has that of the one
    // above.
    let start = { (turn: Turn) in timeline.start(of: turn.first) }
    let isAlone =
      turn.start != nil && turn.speaker != nil && turns[..<index].last.flatMap(start) != start(turn)
      && turns[(index + 1)...].first.flatMap(start) != start(turn)
    guard range.touches(offset), isAlone, timeline.end(of: last) != nil,
      let span = timeline.span(of: turn.segments), span.end > span.start
    else { continue }
    let milliseconds = Int(span.end.milliseconds) - Int(span.start.milliseconds)
    let words = reading.words(in: turn.segments)
    let pace = words > 0 ? " · \(grouped(words * 60_000 / milliseconds)) wpm" : ""
    hints.append(Hint(offset: offset, text: duration(span.end.seconds - span.start.seconds) + pace, kind: .length))
  }
}

/// Behind the words where they are a value of their own, otherwise behind the whole paragraph.
private func offset(behind segment: Int, _ reading: Reading) -> Int {
  guard let words = reading.part(.words, of: segment), words.quoting.isYAML, words.quoting != .other, words.length > 0
  else { return reading.content(of: segment).upperBound }
  return reading.scalar(words, in: segment).upperBound
}

/// Between two times, each word is taken to last as long as every other.
private func appendTimes(_ reading: Reading, _ segments: [Int], in range: Range<Int>, to hints: inout [Hint]) {
  let start = { reading.episode.start(of: segments[$0]) }
  let words = { Int(reading.episode.rows[segments[$0]].words) }
  // From the last time above the range on.
  let first = segments.partitioningIndex { reading.blocks.range(of: $0).upperBound > range.lowerBound }
  var place = segments[..<first].indices.last { start($0) != nil } ?? 0
  while place < segments.count, reading.blocks.start(of: segments[place]) <= range.upperBound {
    let end = segments.indices[(place + 1)...].first { start($0) != nil } ?? segments.count
    defer { place = end }
    guard end < segments.count, place + 1 < end, let from = start(place), let to = start(end), to > from else {
      continue
    }
    let all = (place..<end).reduce(0) { $0 + words($1) }
    var said = words(place)
    for index in (place + 1)..<end where all > 0 {
      let offset = reading.content(of: segments[index]).lowerBound
      let length = Int(to.milliseconds) - Int(from.milliseconds)
      let time = Time(milliseconds: Int(from.milliseconds) + length * said / all)
      said += words(index)
      guard range.touches(offset) else { continue }
      hints.append(Hint(offset: offset, text: "≈ \(time.description)", kind: .time))
    }
  }
}
