import SourceText
import Transcript

/// The cursor or a selection among segments.
struct RewritePlace {
  let reading: Reading
  /// In bytes of the text.
  let range: Range<Int>
  /// The segments that the selection touches; that of the cursor.
  let segments: [Int]
  /// The turn of the first segment.
  let turn: ClosedRange<Int>

  /// More segments than this are not selected by hand, and longer turns are not looked at.
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
    var (start, end) = (segment, segment)
    while start > 0, segment - start < Self.most, reading.continues(start) { start -= 1 }
    while end + 1 < reading.blocks.count, end - segment < Self.most, reading.continues(end + 1) { end += 1 }
    turn = start...end
  }

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
    let place = CompletionPlace(reading, reading.content(of: turn.lowerBound).lowerBound)
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

extension Reading {
  /// Whether a segment belongs to the same turn as the block above it.
  fileprivate func continues(_ block: Int) -> Bool {
    guard block > 0, kind(of: block) == .segment, kind(of: block - 1) == .segment else { return false }
    let (own, above) = (speaker(of: block), speaker(of: block - 1))
    guard own == nil ? blocks[block].continuesSpeaker : own == above else { return false }
    let start = episode.rows[block].start
    return start == nil || start == episode.rows[block - 1].start
  }
}
