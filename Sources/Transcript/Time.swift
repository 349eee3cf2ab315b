/// A moment of a recording, counted from its beginning.
public struct Time: Sendable, Hashable, Comparable {
  /// Milliseconds; 32 bits hold 596 hours.
  public var milliseconds: Int32

  public init(milliseconds: Int32) {
    self.milliseconds = milliseconds
  }

  /// A moment given in whole seconds; what does not fit is clamped.
  public init(seconds: Int) {
    milliseconds = Int32(clamping: min(max(seconds, -2_000_000), 2_000_000) * 1000)
  }

  public var seconds: Double { Double(milliseconds) / 1000 }

  /// The seconds as an integer, cut at the decimal point.
  public var wholeSeconds: Int { Int(milliseconds) / 1000 }

  public static func < (a: Time, b: Time) -> Bool { a.milliseconds < b.milliseconds }

  /// For people: `1:02:03` or `2:03`.
  public var description: String {
    let total = wholeSeconds
    let (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60)
    // Put together from short strings, which need no memory: an outline has three of these for each turn.
    return hours > 0
      ? String(hours) + ":" + padded(minutes) + ":" + padded(seconds) : String(minutes) + ":" + padded(seconds)
  }
}

/// A number with at least `width` digits.
func padded(_ number: Int, to width: Int = 2) -> String {
  if width == 2, (0...99).contains(number) { return number < 10 ? "0" + String(number) : String(number) }
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
