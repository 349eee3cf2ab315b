import Transcript

/// The whole turns to which some segments belong, given by their places among all segments. Only the text around them
/// is looked at.
func turnsCovering(_ places: Range<Int>, _ reading: Reading) -> [Turn] {
  let segments = reading.segments()
  func isBehindHeader(_ place: Int) -> Bool {
    (segments[place - 1]..<segments[place]).contains { reading.kind(of: $0) == .header }
  }
  // A segment with another label than the one above it begins a turn, and so do one with a label and another time, and
  // one behind a header. A segment without a label may continue a speaker who is named further above. Only a cue goes
  // on with the speaker above it whatever its time is.
  func certainlyBegins(_ place: Int) -> Bool {
    if place == 0 || isBehindHeader(place) { return true }
    let (above, block) = (segments[place - 1], segments[place])
    let own = reading.speaker(of: block)
    if let own, let other = reading.speaker(of: above), own != other { return true }
    let (first, second) = (reading.episode.rows[above], reading.episode.rows[block])
    guard let start = second.start, let other = first.start, start != other else { return false }
    return own != nil && first.end == nil && second.end == nil || reading.labelledSegment(above: block) == nil
  }
  let places = places.clamped(to: 0..<segments.count)
  guard !places.isEmpty else { return [] }
  var (first, end) = (places.lowerBound, places.upperBound)
  while !certainlyBegins(first) { first -= 1 }
  while end < segments.count, !certainlyBegins(end) { end += 1 }
  var turns: [Turn] = []
  var start = first
  for place in (first + 1)..<max(first + 1, end) where isBehindHeader(place) {
    turns += reading.turns(of: segments[start..<place])
    start = place
  }
  return turns + reading.turns(of: segments[start..<end])
}

/// The segments of the turn to which one belongs.
func segmentsOfTurn(at segment: Int, _ reading: Reading) -> ArraySlice<Int> {
  let place = reading.segments().partitioningIndex { $0 >= segment }
  let turns = turnsCovering(place..<(place + 1), reading)
  return turns.first { $0.segments.contains(segment) }?.segments ?? [segment][...]
}
