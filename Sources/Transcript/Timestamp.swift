/// A time as written: its value and its spelling, so that another time can be written in the same way.
///
/// `TS = (H+:)?M{1,2}:SS([.,]f+)?`. `75:30` is a legal way to write an hour and a quarter.
public struct Timestamp: Sendable, Hashable {
  public var time: Time

  public private(set) var style = Style()

  /// The least number of digits of minutes without hours before them. `12:03` has two minute digits either way, so the
  /// width defaults to 1; the file's other times may overrule it.
  public var minuteWidth = 1
  /// The number of digits of hours in times below an hour, and in times above it; 0 where minutes go on behind 59. A
  /// time shows the width for its own kind. The file's other times may overrule the other one.
  public var hourWidthBelowAnHour = 0
  public var hourWidthAboveAnHour = 1

  private(set) var decimalMark = UInt8(ascii: ".")

  /// Whether the spelling shows how minutes below ten are written.
  public var showsMinuteWidth: Bool { style.hourDigits == 0 && time.milliseconds < 600_000 }

  /// The number of digits of each field as written; 0 where the time lacks the field.
  public struct Style: Sendable, Hashable {
    public var hourDigits: UInt8 = 0
    public var minuteDigits: UInt8 = 0
    public var fractionDigits: UInt8 = 0
  }

  private init(_ time: Time, _ style: Style) {
    self.time = time
    self.style = style
    let hourWidth = Int(style.hourDigits)
    let isBelowAnHour = time.milliseconds < 3_600_000
    hourWidthBelowAnHour = isBelowAnHour || hourWidth > 1 ? hourWidth : 0
    hourWidthAboveAnHour = isBelowAnHour ? max(1, hourWidth) : hourWidth
    if showsMinuteWidth { minuteWidth = Int(style.minuteDigits) }
  }

  /// The result of reading something that looks like a time.
  public enum Verdict: Sendable, Equatable {
    case time(Timestamp)
    /// The fields are there, but seconds, or minutes behind hours, are 60 or more.
    case outOfRange
    /// The order of digits and marks is not that of a time.
    case malformed
  }

  /// Reads the whole of `bytes` as a time.
  // Each line of captions is asked twice, so this must not stay generic in other modules.
  @inlinable
  public static func read(_ bytes: some Collection<UInt8>) -> Verdict {
    bytes.withContiguousStorageIfAvailable(read) ?? Array(bytes).withUnsafeBufferPointer(read)
  }

  private struct Field {
    var value = 0
    var width = 0

    mutating func append(_ digit: Int) {
      value = min(value * 10 + digit, 9_999_999)
      width += 1
    }
  }

  public static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    var hours = Field()
    var minutes = Field()
    var seconds = Field()
    var fraction = Field()
    var colons = 0
    var mark: UInt8?
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        if mark == nil {
          seconds.append(digit)
        } else if fraction.width < 3 {
          fraction.append(digit)
        } else {
          fraction.width += 1
        }
      case UInt8(ascii: ":") where mark == nil && colons < 2:
        (hours, minutes, seconds) = (minutes, seconds, Field())
        colons += 1
      case UInt8(ascii: ".") where mark == nil && colons > 0, UInt8(ascii: ",") where mark == nil && colons > 0:
        mark = byte
      default: return .malformed
      }
    }
    guard colons > 0, seconds.width == 2, (1...2).contains(minutes.width), mark == nil || fraction.width > 0,
      colons == 1 || (1...4).contains(hours.width)
    else { return .malformed }
    guard seconds.value < 60, colons == 1 || minutes.value < 60, hours.value < 500 else { return .outOfRange }
    for _ in min(fraction.width, 3)..<3 { fraction.value *= 10 }
    let total = (hours.value * 3600 + minutes.value * 60 + seconds.value) * 1000 + fraction.value
    var stamp = Timestamp(
      Time(milliseconds: total),
      Style(
        hourDigits: UInt8(hours.width), minuteDigits: UInt8(minutes.width),
        fractionDigits: UInt8(clamping: fraction.width)))
    stamp.decimalMark = mark ?? stamp.decimalMark
    return .time(stamp)
  }

  /// Writes `other` in this spelling: with the same padding, with hours where this time has them or `other` needs them,
  /// and with the same number of decimals.
  public func spelling(of other: Time) -> String {
    let hourWidth = other.milliseconds < 3_600_000 ? hourWidthBelowAnHour : hourWidthAboveAnHour
    let widthBehindHours = style.hourDigits > 0 ? Int(style.minuteDigits) : 2
    return other.written(
      hourDigits: hourWidth, minuteDigits: hourWidth > 0 ? widthBehindHours : minuteWidth,
      fractionDigits: Int(style.fractionDigits), decimalMark: decimalMark)
  }
}
