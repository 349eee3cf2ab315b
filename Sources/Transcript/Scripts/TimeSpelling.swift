/// How the times of a text are written.
public struct TimeSpelling: Sendable, Hashable {
  public enum Hours: Sendable {
    /// Never: minutes continue beyond 59, as in `75:30`.
    case never
    /// From one hour on: `59:59`, then `1:00:00`.
    case fromTheFirst
    case always
  }

  public var hours: Hours
  /// The least number of digits of hours, and of minutes where no hours stand before them.
  public var hourDigits: Int
  public var minuteDigits: Int
  /// The least number of digits behind the seconds. A time that needs more has more.
  public var fractionDigits: Int
  public var decimalMark: UInt8

  public init(
    _ hours: Hours, hourDigits: Int = 1, minuteDigits: Int = 1, fractionDigits: Int = 0,
    decimalMark: UInt8 = UInt8(ascii: ".")
  ) {
    (self.hours, self.hourDigits, self.minuteDigits) = (hours, hourDigits, minuteDigits)
    (self.fractionDigits, self.decimalMark) = (fractionDigits, decimalMark)
  }

  /// A time as it would be written in this text.
  public func string(for time: Time) -> String {
    let hasHours = hours == .always || hours == .fromTheFirst && time.milliseconds >= 3_600_000
    return time.written(
      hourDigits: hasHours ? hourDigits : 0, minuteDigits: hasHours ? 2 : minuteDigits,
      fractionDigits: max(fractionDigits, Self.digits(of: time)), decimalMark: decimalMark)
  }

  /// How many digits a time needs behind the seconds.
  public static func digits(of time: Time) -> Int {
    let rest = abs(Int(time.milliseconds)) % 1000
    return rest == 0 ? 0 : rest % 100 == 0 ? 1 : rest % 10 == 0 ? 2 : 3
  }
}

extension TimeSpelling {
  /// The spelling that times like `stamps` have in common; nil where there are none.
  init?(_ stamps: some Sequence<Timestamp>) {
    var seen = false
    var leastFraction = 3
    self.init(.fromTheFirst)
    var short: Timestamp?
    var long: Timestamp?
    for stamp in stamps {
      seen = true
      leastFraction = min(leastFraction, Int(stamp.style.fractionDigits))
      if Int(stamp.style.fractionDigits) > 0 { decimalMark = stamp.decimalMark }
      if stamp.time.milliseconds >= 3_600_000 {
        if long == nil { long = stamp }
      } else if Int(stamp.style.hourDigits) > 0 {
        hours = .always
        hourDigits = Int(stamp.style.hourDigits)
      } else if short == nil, stamp.showsMinuteWidth {
        short = stamp
      }
    }
    guard seen else { return nil }
    fractionDigits = leastFraction
    minuteDigits = short?.minuteWidth ?? 1
    guard hours != .always, let long else { return }
    if Int(long.style.hourDigits) == 0 { hours = .never } else { hourDigits = Int(long.style.hourDigits) }
  }
}
