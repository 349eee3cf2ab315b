/// Where the times of a recording go when they move: all by the same length, or in proportion between two anchors.
public struct TimeMove: Sendable, Equatable {
  /// A moment and the one at which it is to be, in milliseconds.
  private struct Anchor: Equatable {
    var old: Int
    var new: Int
  }

  private let first: Anchor
  private let second: Anchor

  /// All times move by a length, in milliseconds. A length beyond that of any recording is clamped.
  public static func by(_ length: Int) -> TimeMove {
    let most = Time.latest * 2000
    let anchor = Anchor(old: 0, new: min(max(length, -most), most))
    return TimeMove(first: anchor, second: anchor)
  }

  /// Two moments get other times. What is between them moves in proportion, what is before the first moves with it, and
  /// what is behind the second moves with that one. Nil if one of them would overtake the other.
  public static func stretching(_ old: ClosedRange<Time>, to new: (start: Time, end: Time)) -> TimeMove? {
    guard old.lowerBound < old.upperBound, new.start < new.end else { return nil }
    return TimeMove(
      first: Anchor(old: Int(old.lowerBound.milliseconds), new: Int(new.start.milliseconds)),
      second: Anchor(old: Int(old.upperBound.milliseconds), new: Int(new.end.milliseconds)))
  }

  /// Where a time goes; nil if that is before the recording, or later than any time.
  public func time(of time: Time) -> Time? {
    let new = milliseconds(of: time)
    return new >= 0 && new <= Time.latest * 1000 ? Time(milliseconds: new) : nil
  }

  /// Whether a time goes before the recording.
  public func isBeforeRecording(_ time: Time) -> Bool { milliseconds(of: time) < 0 }

  private func milliseconds(of time: Time) -> Int {
    let old = Int(time.milliseconds)
    if old <= first.old || first == second {
      return old - first.old + first.new
    }
    if old >= second.old {
      return old - second.old + second.new
    }
    return first.new + (old - first.old) * (second.new - first.new) / (second.old - first.old)
  }

  /// Whether every time stays.
  public var isNothing: Bool { first.old == first.new && second.old == second.new }
}
