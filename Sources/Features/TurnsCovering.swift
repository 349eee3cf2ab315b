import Transcript

/// The whole turns to which some segments belong, given by their places among all segments. Only the text around them
/// is looked at.
func turnsCovering(_ places: Range<Int>, _ reading: Reading) -> [Turn] {
  let segments = reading.segments()
  func isBehindHeader(_ place: Int) -> Bool {
    (segments[place - 1]..<segments[place]).contains { reading.kind(of: $0) == .header }
  }
  // A segment whose label differs from the one above it begins a turn, and so does one behind a header.
  func certainlyBegins(_ place: Int) -> Bool {
    if place == 0 || isBehindHeader(place) { return true }
    guard let own = reading.speaker(of: segments[place]), let above = reading.speaker(of: segments[place - 1]) else {
      return false
    }
    return own != above
  }
  let places = places.clamped(to: 0..<segments.count)
  guard !places.isEmpty else { return [] }
  var (first, end) = (places.lowerBound, places.upperBound)
  while !certainlyBegins(first) { first -= 1 }
  while end < segments.count, !certainlyBegins(end) { end += 1 }
  var turns: [Turn] = []
  var start = first
  for place in (first + 1)..<max(first + 1, end) where isBehindHeader(place) {
    turns += reading.turns(of: Array(segments[start..<place]))
    start = place
  }
  return turns + reading.turns(of: Array(segments[start..<end]))
}
