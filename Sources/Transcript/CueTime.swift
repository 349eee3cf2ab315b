import SourceText

/// A time of a cue as files have it: any time, and what some readers of SubRip take for one besides.
///
/// `TS = [-] (H+ : )? M+ : S+ ([.,:] f*)?`, with marks and digits of any script, or with points for colons. Where one of the
/// marks differs from what SubRip has, or a field is out of range, the time is known all the same, and the file has a
/// fault.
public struct CueTime: Sendable, Equatable {
  /// The moment; zero for one before the recording.
  public let time: Time
  /// How many digits each field has; no digits of hours where there are none.
  public let style: Timestamp.Style
  /// Whether it has a sign, as times have that were moved too far ahead.
  public let isNegative: Bool
  /// Whether seconds, or minutes behind hours, are 60 or more, or the hours more than a recording has.
  public let isOutOfRange: Bool
  /// What stands before the fraction, as a character of ASCII; nil without a fraction.
  public let decimalMark: UInt8?
  /// Whether some mark or digit is none of ASCII, or a point stands where a colon belongs.
  public let hasOtherMarks: Bool

  /// Reads the whole of `bytes`; nil where they are no time.
  public init?(_ bytes: some Collection<UInt8>) {
    // The longest time that is one has hours of four digits.
    guard bytes.count <= Self.longest else { return nil }
    var reader = Reader()
    if bytes.contains(where: { $0 >= 0x80 }) {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !reader.take(scalar) { return nil }
    } else {
      for byte in bytes where !reader.take(ascii: byte) { return nil }
    }
    guard let fields = reader.fields else { return nil }
    let (hours, minutes, seconds) = (fields.whole[0], fields.whole[1], fields.whole[2])
    var thousandths = 0
    for (place, digit) in zip([100, 10, 1], fields.fraction) { thousandths += place * digit }
    let whole = hours.value * 3600 + minutes.value * 60 + seconds.value
    isOutOfRange = seconds.value > 59 || hours.width > 0 && minutes.value > 59 || hours.value >= 500
    isNegative = reader.isNegative
    time = isNegative ? Time(seconds: 0) : Time(milliseconds: whole * 1000 + thousandths)
    style = Timestamp.Style(
      hourDigits: UInt8(clamping: hours.width), minuteDigits: UInt8(clamping: minutes.width),
      fractionDigits: UInt8(clamping: fields.fraction.count))
    decimalMark = fields.mark
    hasOtherMarks = reader.hasOtherMarks || fields.hasPoints
  }

  /// In bytes.
  public static let longest = 60

  private struct Field {
    var value = 0
    var width = 0
  }

  private struct Fields {
    /// Hours, minutes and seconds.
    var whole: [Field]
    var fraction: [Int]
    var mark: UInt8?
    var hasPoints = false
  }

  /// Takes a time apart, character by character.
  private struct Reader {
    private(set) var isNegative = false
    private(set) var hasOtherMarks = false
    private var runs: [[Int]] = [[]]
    private var marks: [UInt8] = []

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.isASCII { return take(ascii: UInt8(scalar.value)) }
      hasOtherMarks = true
      switch scalar {
      case "，", "､", "、": return take(ascii: UInt8(ascii: ","))
      case "．", "。": return take(ascii: UInt8(ascii: "."))
      case "−", "–": return take(ascii: UInt8(ascii: "-"))
      default: break
      }
      switch Sign(scalar.value) {
      case .direction, .nothing: return true
      case let sign?: return sign.ascii.map { take(ascii: $0) } ?? false
      case nil: return false
      }
    }

    mutating func take(ascii byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): runs[runs.count - 1].append(Int(byte - UInt8(ascii: "0")))
      case UInt8(ascii: "-") where runs == [[]] && !isNegative: isNegative = true
      case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ","):
        // A mark stands behind a digit.
        guard runs[runs.count - 1].isEmpty == false, marks.count < 3 else { return false }
        marks.append(byte)
        runs.append([])
      default: return false
      }
      return true
    }

    /// The fields, if their marks are those of a time.
    var fields: Fields? {
      let (colon, point) = (UInt8(ascii: ":"), UInt8(ascii: "."))
      // `00.00.02,000` has points for colons; three points are three colons and a decimal point.
      let hasPoints = marks.first == point && marks.count > 1
      let divider = hasPoints ? point : colon
      let isFraction = marks.last.map { marks.count == 3 || $0 != divider } ?? false
      let dividers = isFraction ? marks.dropLast() : marks[...]
      guard (1...2).contains(dividers.count), dividers.allSatisfy({ $0 == divider }) else { return nil }
      var whole = (isFraction ? runs.dropLast() : runs[...]).map { digits in
        Field(value: digits.reduce(0) { min($0 * 10 + $1, 9_999_999) }, width: digits.count)
      }
      guard whole.allSatisfy({ $0.width > 0 }), whole.last?.width ?? 0 <= 2 else { return nil }
      if whole.count == 2 { whole.insert(Field(), at: 0) }
      guard whole[0].width <= 4, whole[1].width <= (whole[0].width > 0 ? 2 : 3) else { return nil }
      return Fields(
        whole: whole, fraction: isFraction ? runs[runs.count - 1] : [], mark: isFraction ? marks.last : nil,
        hasPoints: hasPoints)
    }
  }
}
