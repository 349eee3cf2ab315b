import SourceText
import Transcript

/// A segment that says when it begins and when it ends.
struct Cue {
  let block: Int
  let start: Time
  let end: Time

  /// For how long it is shown, in milliseconds; less than nothing where it ends before it begins.
  var length: Int { Int(end.milliseconds) - Int(start.milliseconds) }

  /// In seconds.
  var seconds: Double { Double(length) / 1000 }
}

extension Reading {
  func cue(_ block: Int) -> Cue? {
    // Nearly all blocks of other notations are passed over here.
    guard let end = episode.rows[block].end, kind(of: block) == .segment, let start = episode.start(of: block) else {
      return nil
    }
    return Cue(block: block, start: start, end: end)
  }

  /// Whether a segment is a cue of a file of captions, and not one of a transcript that says when each ends.
  func isCaption(_ block: Int) -> Bool {
    episode.rows[block].end != nil && part(.words, of: block)?.quoting != Quoting.none
  }

  /// In the order of the text.
  func cues() -> [Cue] {
    episode.rows.indices.compactMap(cue)
  }

  /// Where the times of a cue stand: both where they stand on one line, otherwise its end.
  func rangeOfTimes(_ block: Int) -> Range<Int>? {
    guard let end = range(.end, of: block) else { return nil }
    guard let start = range(.start, of: block), start.upperBound <= end.lowerBound,
      text.line(at: start.lowerBound) == text.line(at: end.lowerBound)
    else { return end }
    // Between the two there is nothing but what joins them.
    let parts = blocks.parts(of: block).contains { part in
      let range = range(of: part, in: block)
      return part.kind != .fault && range.lowerBound >= start.upperBound && range.upperBound <= end.lowerBound
        && !range.isEmpty
    }
    return parts ? end : start.lowerBound..<end.upperBound
  }
}

/// A length in seconds, for people: `0.5 s`.
func secondsPhrase(_ seconds: Double) -> String {
  let thousandths = Int((min(max(seconds, -1e9), 1e9) * 1000).rounded())
  let rest = thousandths.magnitude % 1000
  var text = "\(thousandths < 0 ? "-" : "")\(thousandths.magnitude / 1000)"
  if rest > 0 {
    var digits = String(String(1000 + rest).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    text += "." + digits
  }
  return text + " s"
}
