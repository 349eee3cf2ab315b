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

  /// Digits in a row.
  private struct Field {
    var value = 0
    var width = 0

    init() {}

    /// - Parameter mostDigits: how many of them count for the value.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: inout Int, mostDigits: Int = .max) {
      let first = start
      while start < bytes.count, (0x30...0x39).contains(bytes[start]) {
        if start - first < mostDigits { value = min(value * 10 + Int(bytes[start] & 0x0F), 9_999_999) }
        start += 1
      }
      width = start - first
    }
  }

  public static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    var index = 0
    var (hours, minutes, fraction) = (Field(), Field(), Field())
    var seconds = Field(bytes, at: &index)
    var colons = 0
    while colons < 2, index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      index += 1
      (hours, minutes, seconds) = (minutes, seconds, Field(bytes, at: &index))
      colons += 1
    }
    var mark: UInt8?
    if colons > 0, index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
      mark = bytes[index]
      index += 1
      fraction = Field(bytes, at: &index, mostDigits: 3)
    }
    guard index == bytes.count else { return bytes[index] < 0x80 ? .malformed : readSigns(bytes) }
    guard colons > 0, seconds.width == 2, (1...(colons == 1 ? 3 : 2)).contains(minutes.width),
      mark == nil || fraction.width > 0,
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
