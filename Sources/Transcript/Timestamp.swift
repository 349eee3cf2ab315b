import SourceText

/// A written time: its value and its spelling, so that another time can be written the same way.
///
/// `TS = (H+:)?M{1,3}:SS([.,]f+)?`. `75:30` is a legal way to write an hour and a quarter, and so is `123:45` for more
/// than two hours. Behind hours, minutes have at most two digits.
public struct Timestamp: Sendable, Hashable {
  public var time: Time

  public private(set) var style = Style()

  /// The least number of digits of the minutes if there are no hours. `12:03` has two minute digits either way, so the
  /// width defaults to 1; the file's other times may overrule it.
  public var minuteWidth = 1
  /// The number of hour digits in times below an hour, and in times above it; 0 if minutes continue beyond 59. A time
  /// shows only one of the two; the file's other times may overrule the default of the other.
  public var hourWidthBelowAnHour = 0
  public var hourWidthAboveAnHour = 1

  private(set) var decimalMark = UInt8(ascii: ".")

  /// The script of its digits, and whether its colons are full-width: `０：１２`.
  private(set) var digits = Sign.Digits.ascii
  private(set) var hasWideColons = false

  /// Whether it is written with the digits and colons of ASCII.
  public var isASCII: Bool { digits == .ascii && !hasWideColons }

  /// Whether the spelling shows how many digits minutes below ten have.
  public var showsMinuteWidth: Bool { style.hourDigits == 0 && time.milliseconds < 600_000 }

  /// How many digits each field of a time has as written; 0 for a field that it lacks.
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

  /// The result of reading a text as a time.
  public enum Verdict: Sendable, Equatable {
    case time(Timestamp)
    /// The form is right, but the seconds, or the minutes behind hours, are 60 or more.
    case outOfRange
    /// Digits and marks in an order that is not a time.
    case malformed
  }

  /// Reads the whole of `bytes` as a time.
  // This is called twice for each line of captions, so other modules must be able to specialize it.
  @inlinable
  public static func read(_ bytes: some Collection<UInt8>) -> Verdict {
    bytes.withContiguousStorageIfAvailable(read) ?? Array(bytes).withUnsafeBufferPointer(read)
  }

  public static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    if bytes.count == PaddedTime.length, let padded = PaddedTime(bytes) {
      var stamp = Timestamp(
        Time(milliseconds: padded.milliseconds), Style(hourDigits: 2, minuteDigits: 2, fractionDigits: 3))
      stamp.decimalMark = padded.decimalMark
      return .time(stamp)
    }
    // The last field so far, and those before it. No field has more than four digits, so those that follow only make it wider.
    var (value, width) = (0, 0)
    var (minutes, minuteDigits, hours, hourDigits) = (0, 0, 0, 0)
    var index = 0
    var colons = 0
    while index < bytes.count {
      let digit = bytes[index] &- 0x30
      if digit < 10 {
        if width < 4 { value = value &* 10 &+ Int(digit) }
        width &+= 1
      } else if bytes[index] == UInt8(ascii: ":"), colons < 2 {
        (hours, hourDigits, minutes, minuteDigits) = (minutes, minuteDigits, value, width)
        (value, width) = (0, 0)
        colons &+= 1
      } else {
        break
      }
      index &+= 1
    }
    var mark: UInt8?
    var (fraction, fractionDigits) = (0, 0)
    if colons > 0, index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
      mark = bytes[index]
      index &+= 1
      while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 {
        if fractionDigits < 3 { fraction = fraction &* 10 &+ Int(digit) }
        fractionDigits &+= 1
        index &+= 1
      }
    }
    guard index == bytes.count else { return bytes[index] < 0x80 ? .malformed : readSigns(bytes) }
    guard colons > 0, width == 2, (1...(colons == 1 ? 3 : 2)).contains(minuteDigits),
      mark == nil || fractionDigits > 0,
      colons == 1 || (1...4).contains(hourDigits)
    else { return .malformed }
    guard value < 60, colons == 1 || minutes < 60, hours < 500 else { return .outOfRange }
    if mark != nil { for _ in min(fractionDigits, 3)..<3 { fraction *= 10 } }
    var stamp = Timestamp(
      Time(milliseconds: (hours * 3600 + minutes * 60 + value) * 1000 + fraction),
      Style(
        hourDigits: UInt8(hourDigits), minuteDigits: UInt8(minuteDigits),
        fractionDigits: UInt8(clamping: fractionDigits)))
    if let mark { stamp.decimalMark = mark }
    return .time(stamp)
  }

  /// Reads a time that has non-ASCII digits or colons. Marks of writing direction are skipped.
  private static func readSigns(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    guard bytes.count <= 100 else { return .malformed }
    var plain: [UInt8] = []
    var digits = Sign.Digits.ascii
    var hasWideColons = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        plain.append(UInt8(scalar.value))
        continue
      }
      switch Sign(scalar.value) {
      case .digit(let value, let script):
        plain.append(UInt8(ascii: "0") + UInt8(value))
        digits = script
      case .colon:
        plain.append(UInt8(ascii: ":"))
        hasWideColons = true
      case .direction, .nothing: break
      default: return .malformed
      }
    }
    guard case .time(var stamp) = plain.withUnsafeBufferPointer(read) else {
      return plain.withUnsafeBufferPointer(read)
    }
    (stamp.digits, stamp.hasWideColons) = (digits, hasWideColons)
    return .time(stamp)
  }

  /// Writes `other` in this spelling: with the same padding and the same number of decimals, and with hours if this
  /// spelling has them or `other` needs them.
  public func spelling(of other: Time) -> String {
    let hourWidth = other.milliseconds < 3_600_000 ? hourWidthBelowAnHour : hourWidthAboveAnHour
    let widthBehindHours = style.hourDigits > 0 ? Int(style.minuteDigits) : 2
    let text = other.written(
      hourDigits: hourWidth, minuteDigits: hourWidth > 0 ? widthBehindHours : minuteWidth,
      fractionDigits: Int(style.fractionDigits), decimalMark: decimalMark)
    return isASCII ? text : inScript(text)
  }

  private func inScript(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let other: UInt32? =
        switch scalar {
        case "0"..."9": digits.zero + scalar.value - 0x30
        case ":" where hasWideColons: 0xFF1A
        default: nil
        }
      result.append(other.flatMap(Unicode.Scalar.init) ?? scalar)
    }
    return String(result)
  }
}
