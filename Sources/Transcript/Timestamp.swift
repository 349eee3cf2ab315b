/// A time as somebody wrote it: its value and its spelling, so that another time can be written the same way.
///
/// `TS = (H+:)?M{1,2}:SS([.,]f+)?`. `75:30` is a legal way to write an hour and a quarter.
public struct Timestamp: Sendable, Hashable {
  public var time: Time

  /// How many digits the hours have; 0 where there are none.
  var hourWidth = 0
  /// How many digits the minutes have at the least where no hours stand before them. `12:03` does not tell: it is taken
  /// for one until somebody who knows more says otherwise.
  public var minuteWidth = 1

  /// Whether the spelling shows how minutes below ten are written.
  public var showsMinuteWidth: Bool { hourWidth == 0 && time.milliseconds < 600_000 }
  var fractionWidth = 0
  var decimalMark = UInt8(ascii: ".")

  /// How many digits the hours and the minutes have as written; no hours, no digits.
  public struct Style: Sendable, Hashable {
    public var hourDigits: UInt8 = 0
    public var minuteDigits: UInt8 = 0
  }

  public var style: Style {
    Style(hourDigits: UInt8(hourWidth), minuteDigits: showsMinuteWidth ? UInt8(minuteWidth) : 2)
  }

  /// What a stretch that looks like a time turns out to be.
  public enum Verdict: Sendable, Equatable {
    case time(Timestamp)
    /// The fields are there, but seconds, or minutes behind hours, are 60 or more.
    case outOfRange
    /// Digits and marks in an order that no time has.
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
    var stamp = Timestamp(time: Time(milliseconds: Int32(total)))
    stamp.hourWidth = hours.width
    if stamp.showsMinuteWidth { stamp.minuteWidth = minutes.width }
    stamp.fractionWidth = fraction.width
    stamp.decimalMark = mark ?? stamp.decimalMark
    return .time(stamp)
  }

  /// Writes `other` in this spelling: the same padding, hours where these have hours (or need them), the same decimals.
  public func spelling(of other: Time) -> String {
    let total = max(0, Int(other.milliseconds))
    let (hours, minutes, seconds) = (total / 3_600_000, total / 60_000 % 60, total / 1000 % 60)
    var text: String
    if hourWidth > 0 && (hours > 0 || hourWidth > 1) {
      text = "\(padded(hours, to: hourWidth)):\(padded(minutes)):\(padded(seconds))"
    } else if hours > 0 && time.milliseconds < 3_600_000 {
      text = "\(hours):\(padded(minutes)):\(padded(seconds))"
    } else if hourWidth > 0 {
      text = "\(minutes):\(padded(seconds))"
    } else {
      text = "\(padded(hours * 60 + minutes, to: minuteWidth)):\(padded(seconds))"
    }
    if fractionWidth > 0 {
      let digits = padded(total % 1000, to: 3) + String(repeating: "0", count: max(0, fractionWidth - 3))
      text += String(Unicode.Scalar(decimalMark)) + digits.prefix(fractionWidth)
    }
    return text
  }
}
