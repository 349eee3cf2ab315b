import SourceText
import Transcript

extension Reading {
  /// The fix that moves a block above the first cue.
  func movingAboveCues(_ block: Int) -> Fix? {
    guard let first = blocks.indices.first(where: { blocks[$0].kind == .segment }), first < block else { return nil }
    return Fix("Move it above the first cue", [.move(block: block, before: first)], in: self)
  }

  /// A time with no more digits of a fraction than the start of a cue is written with, so that it can be written beside it.
  func time(_ milliseconds: Int, roundedUp: Bool, like block: Int) -> Time {
    let unit =
      switch episode.rows[block].startStyle.fractionDigits {
      case 0: 1_000
      case 1: 100
      case 2: 10
      default: 1
      }
    let whole = max(0, milliseconds) / unit * unit
    return Time(milliseconds: roundedUp && whole < milliseconds ? whole + unit : whole)
  }
}
