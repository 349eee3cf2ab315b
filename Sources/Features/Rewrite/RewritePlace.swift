import SourceText
import Transcript

/// The cursor or a selection among segments.
struct RewritePlace {
  let reading: Reading
  /// In bytes of the text.
  let range: Range<Int>
  /// The segments that the selection touches; that of the cursor.
  let segments: [Int]
  /// The segments of the turn of the first of them.
  let turn: [Int]

  /// More segments than this are not selected by hand.
  private static let most = 2_000

  /// Nil if no segment is there.
  init?(_ reading: Reading, _ range: Range<Int>) {
    let range = range.clamped(to: 0..<reading.text.count)
    guard let first = reading.blocks.index(at: range.lowerBound),
      let last = reading.blocks.index(at: range.isEmpty ? range.lowerBound : range.upperBound - 1)
    else { return nil }
    let segments = (first...last).prefix(Self.most).filter { reading.kind(of: $0) == .segment }
    guard let segment = segments.first else { return nil }
    (self.reading, self.range, self.segments) = (reading, range, segments)
    turn = Array(segmentsOfTurn(at: segment, reading))
  }

  /// Whether a turn is meant, and not a selection of several segments.
  private var isTurn: Bool { range.isEmpty || segments.count == 1 }

  /// The segments that are meant.
  var chosen: [Int] { isTurn ? turn : segments }

  /// The same, for people.
  var whatIsChosen: String { isTurn ? "this turn" : "the selection" }

  /// The label of the turn; nil where nobody is named.
  var speaker: String? { speaker(of: segments[0]) }

  /// Who speaks in a segment: its label, or the one above that it continues.
  func speaker(of segment: Int) -> String? {
    var index = segment
    while index > 0, segment - index < Self.most, reading.speaker(of: index) == nil,
      reading.kind(of: index - 1) == .segment, reading.blocks[index].continuesSpeaker
    {
      index -= 1
    }
    return reading.speaker(of: index).map(reading.episode.speakers.label)
  }

  /// The other speakers nearby, the likeliest first.
  var others: [String] {
    let place = CompletionPlace(reading, reading.content(of: turn[0]).lowerBound)
    let own = speaker
    return Array(place.speakers().map(\.name).filter { $0 != own }.prefix(4))
  }

  /// If a segment without a label stands behind some others, it would change hands with them; so it gets the label of its
  /// speaker.
  func keepingSpeaker(behind last: Int) -> [Change] {
    let next = last + 1
    guard next < reading.blocks.count, reading.kind(of: next) == .segment, reading.speaker(of: next) == nil,
      reading.blocks[next].continuesSpeaker, let speaker = speaker(of: next)
    else { return [] }
    return [.setSpeaker(block: next, speaker)]
  }
}
