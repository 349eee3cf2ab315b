import SourceText
import Transcript

/// What a person types over a time: another time, or by how much it is to move.
public enum TimeWish: Sendable, Equatable {
  case time(Time)
  /// In milliseconds.
  case move(Int)

  /// Reads `12:46`, `+0:42`, `-5` and `+1.5`. Nil for anything else, such as `42`, which may be either.
  ///
  /// - Parameter countsSeconds: whether a number alone is a time, as it is where seconds stand.
  public init?(_ text: String, countsSeconds: Bool) {
    guard let first = text.unicodeScalars.first else { return nil }
    let sign =
      switch first {
      case "+", "\u{FF0B}": 1
      // Keyboards that write dashes for hyphens.
      case "-", "\u{2212}", "\u{2013}", "\u{FF0D}": -1
      default: 0
      }
    let rest = String(text.unicodeScalars.dropFirst(sign == 0 ? 0 : 1).drop { $0 == " " })
    var time: Time?
    if case .time(let stamp) = Timestamp.read(rest.utf8) {
      time = stamp.time
    } else if sign != 0 || countsSeconds {
      time = Time(secondsWrittenAs: Array(rest.utf8))
    }
    guard let time else { return nil }
    self = sign == 0 ? .time(time) : .move(sign * Int(time.milliseconds))
  }
}
