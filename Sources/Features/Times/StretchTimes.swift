import SourceText
import Transcript

/// A segment, and when it begins in the recording.
public struct TimeAnchor: Sendable, Equatable {
  /// A byte of the segment.
  public var offset: Int
  /// Nil for the time that stands there.
  public var time: Time?

  public init(offset: Int, time: Time? = nil) { (self.offset, self.time) = (offset, time) }
}

/// Gives two segments other times. Those between them move in proportion, those below the second one as far as that, and
/// those above the first one stay.
public func stretchTimes(_ reading: Reading, between one: TimeAnchor, and other: TimeAnchor) -> RenameResult {
  let (first, second) = one.offset <= other.offset ? (one, other) : (other, one)
  guard let upper = timeTarget(reading, at: first.offset), let lower = timeTarget(reading, at: second.offset),
    upper.block < lower.block, let start = upper.part.flatMap({ writtenTime(reading, $0, in: upper.block) }),
    let end = lower.part.flatMap({ writtenTime(reading, $0, in: lower.block) })
  else { return .refusal("Two segments with times are needed to stretch what is between them.") }
  guard start < end else {
    return .refusal("The time \(visible(lower.name)) is not later than \(visible(upper.name)) above it.")
  }
  let (newStart, newEnd) = (first.time ?? start, second.time ?? end)
  guard let move = TimeMove.stretching(start...end, to: (newStart, newEnd)) else {
    return .refusal("\(newEnd.description) is not later than \(newStart.description), so nothing fits between them.")
  }
  guard !move.isNothing else { return .renaming(Renaming(edits: [], label: "Nothing changes")) }
  func phrase(_ target: RenameTarget, _ old: Time, _ new: Time) -> String {
    visible(target.name) + (old == new ? " stays" : " becomes \(new.description)")
  }
  let what = "so that \(phrase(upper, start, newStart)) and \(phrase(lower, end, newEnd))"
  return MovingTimes(reading, move, from: upper.block, what: what).result(
    label: { "Stretch \(counted($0, "time"))" }, note: "The times move \(what).")
}
