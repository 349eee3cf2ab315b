import SourceText
import Transcript

/// A length by which the times from a segment on may have to move.
public struct LikelyMove: Sendable, Equatable {
  /// In milliseconds; never 0.
  public var length: Int
  /// Where the segment then begins.
  public var start: Time
  public var reason: Reason

  /// What then fits.
  public enum Reason: Sendable {
    /// Nothing was said above, so the recording may begin here.
    case recordingBegins
    /// The words above are over then.
    case wordsAreOver
  }
}

/// How far the times from a segment on may have to move, judged by what stands above: a pause that is much longer than
/// the words before it, or a time that runs backwards, are what is left where a piece of a recording was cut out or put
/// in. Empty where the time fits.
///
/// - Parameter block: the segment.
public func likelyMoves(_ reading: Reading, at block: Int) -> [LikelyMove] {
  guard reading.kind(of: block) == .segment, let start = reading.episode.rows[block].start else { return [] }
  let place = CompletionPlace(reading, reading.content(of: block).lowerBound)
  func move(to time: Time, _ reason: LikelyMove.Reason) -> LikelyMove? {
    let length = Int(time.milliseconds) - Int(start.milliseconds)
    return length == 0 ? nil : LikelyMove(length: length, start: time, reason: reason)
  }
  guard let (_, before, free) = place.freeTime(for: block) else {
    let hasWords = place.above().contains { reading.episode.rows[$0].words > 0 }
    return hasWords ? [] : [move(to: Time(seconds: 0), .recordingBegins)].compactMap(\.self)
  }
  let pause = Int(start.milliseconds) - Int(free.milliseconds)
  guard start <= before || pause > longestPause else { return [] }
  let whole = Time(seconds: free.wholeSeconds)
  return [move(to: whole > before ? whole : free, .wordsAreOver)].compactMap(\.self)
}

/// In milliseconds. A shorter pause may be one.
private let longestPause = 20_000
