/// A moment of a recording, counted from its beginning. It is never negative and at most 555 hours, so the difference
/// of two times and the sum of two whole numbers of seconds cannot overflow, whatever numbers a document contains.
public struct Time: Sendable, Hashable, Comparable {
  /// In milliseconds.
  public let milliseconds: Int32

  /// The latest moment, in seconds.
  public static let latest = 2_000_000

  /// A moment in milliseconds; a value out of range is clamped.
  public init(milliseconds: some BinaryInteger) {
    self.milliseconds = min(max(0, Int32(clamping: milliseconds)), Int32(Self.latest) * 1000)
  }

  /// A moment in whole seconds; a value out of range is clamped.
  public init(seconds: Int) {
    self.init(milliseconds: min(max(0, seconds), Self.latest) * 1000)
  }

  /// A moment written as a number of seconds: digits and an optional fraction, of which three digits are used. Nil if
  /// the bytes are anything else. A value out of range is clamped.
  @inlinable
  public init?(secondsWrittenAs bytes: some Collection<UInt8>) {
    var whole = 0
    var index = bytes.startIndex
    while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]) {
      whole = min(whole * 10 + Int(bytes[index] - 0x30), Self.latest)
      index = bytes.index(after: index)
    }
    guard index > bytes.startIndex else { return nil }
    var thousandths = 0
    if index < bytes.endIndex {
      let fraction = bytes[index...].dropFirst()
      guard bytes[index] == UInt8(ascii: "."), !fraction.isEmpty, fraction.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      for (place, digit) in zip([100, 10, 1], fraction) { thousandths += place * Int(digit - 0x30) }
    }
    self.init(milliseconds: whole * 1000 + thousandths)
  }

  public var seconds: Double { Double(milliseconds) / 1000 }

  /// The seconds as an integer, cut at the decimal point.
  public var wholeSeconds: Int { Int(milliseconds) / 1000 }

  public static func < (a: Time, b: Time) -> Bool { a.milliseconds < b.milliseconds }

  /// For people: `1:02:03` or `2:03`.
  public var description: String {
    let total = wholeSeconds
    let (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60)
    // Written digit by digit, because an outline has three of these for each turn. A string of fifteen bytes needs no
    // allocation.
    return String(unsafeUninitializedCapacity: 15) { bytes in
      var count = 0
      func write(_ byte: Int) {
        bytes[count] = UInt8(truncatingIfNeeded: byte)
        count += 1
      }
      func write(digitsOf number: Int, atLeast width: Int) {
        if number >= 100 { write(0x30 + number / 100) }
        if number >= 10 || width > 1 { write(0x30 + number / 10 % 10) }
        write(0x30 + number % 10)
      }
      if hours > 0 {
        write(digitsOf: hours, atLeast: 1)
        write(0x3A)
      }
      write(digitsOf: minutes, atLeast: hours > 0 ? 2 : 1)
      write(0x3A)
      write(digitsOf: seconds, atLeast: 2)
      return count
    }
  }
}

extension Time {
  /// The time in a given spelling.
  ///
  /// - Parameters:
  ///   - hourDigits: the least number of digits of hours; with 0, minutes continue beyond 59.
  ///   - minuteDigits: the least number of digits of minutes.
  ///   - fractionDigits: the exact number of digits of the fraction; further digits are cut off.
  ///   - decimalMark: the character before the fraction.
  public func written(
    hourDigits: Int, minuteDigits: Int = 2, fractionDigits: Int = 0, decimalMark: UInt8 = UInt8(ascii: ".")
  ) -> String {
    let total = Int(milliseconds)
    let (minutes, seconds) = (total / 60_000, total / 1000 % 60)
    var text =
      hourDigits > 0
      ? "\(padded(minutes / 60, to: hourDigits)):\(padded(minutes % 60, to: minuteDigits)):"
      : "\(padded(minutes, to: minuteDigits)):"
    text += padded(seconds)
    if fractionDigits > 0 {
      let digits = padded(total % 1000, to: 3) + String(repeating: "0", count: max(0, fractionDigits - 3))
      text += String(Unicode.Scalar(decimalMark)) + digits.prefix(fractionDigits)
    }
    return text
  }
}

/// A number with at least `width` digits.
private func padded(_ number: Int, to width: Int = 2) -> String {
  if width == 2, (0...99).contains(number) { return number < 10 ? "0" + String(number) : String(number) }
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
