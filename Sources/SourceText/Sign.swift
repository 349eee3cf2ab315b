/// A non-ASCII character that is used in times and labels in place of an ASCII one: a colon, a bracket, a digit, a
/// blank.
///
/// All code that reads times and labels uses this one table, so each of them knows all scripts. Source: Unicode 16, the
/// blocks named below.
public enum Sign: Sendable, Hashable {
  /// A colon: U+FF1A, U+FE55, U+FE13.
  case colon
  /// A bracket, with the ASCII bracket of the same meaning.
  case opening(UInt8)
  case closing(UInt8)
  /// A digit, by its value and its script.
  case digit(Int, Digits)
  /// A non-breaking blank, or a blank of another width.
  case blank
  /// A mark that sets the writing direction; editors for right-to-left scripts put them at the ends of lines.
  case direction
  /// A character without width: joiners, a byte order mark.
  case nothing

  /// The digits of a script.
  public enum Digits: UInt8, Sendable, Hashable, CaseIterable {
    case ascii, fullWidth, arabicIndic, extendedArabicIndic, devanagari

    /// The scalar that writes zero; the nine others follow it.
    public var zero: UInt32 {
      switch self {
      case .ascii: 0x30
      case .fullWidth: 0xFF10
      case .arabicIndic: 0x660
      case .extendedArabicIndic: 0x6F0
      case .devanagari: 0x966
      }
    }
  }

  /// The meaning of a scalar; nil for letters and for ASCII characters.
  public init?(_ scalar: UInt32) {
    switch scalar {
    case 0xFF1A, 0xFE55, 0xFE13: self = .colon
    case 0xFF08, 0xFE59: self = .opening(UInt8(ascii: "("))
    case 0xFF09, 0xFE5A: self = .closing(UInt8(ascii: ")"))
    case 0xFF3B, 0x3010, 0x3014: self = .opening(UInt8(ascii: "["))
    case 0xFF3D, 0x3011, 0x3015: self = .closing(UInt8(ascii: "]"))
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .blank
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .direction
    case 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: self = .nothing
    default:
      guard let digits = Digits.allCases.first(where: { $0 != .ascii && ($0.zero...($0.zero + 9)).contains(scalar) })
      else { return nil }
      self = .digit(Int(scalar - digits.zero), digits)
    }
  }

  /// The ASCII character with the same meaning; nil for characters without width.
  public var ascii: UInt8? {
    switch self {
    case .colon: UInt8(ascii: ":")
    case .opening(let byte), .closing(let byte): byte
    case .digit(let value, _): UInt8(ascii: "0") + UInt8(value)
    case .blank: UInt8(ascii: " ")
    case .direction, .nothing: nil
    }
  }

  /// Whether such a character can begin with this byte. This test rules out nearly all other characters.
  @inlinable
  public static func mayBegin(with byte: UInt8) -> Bool {
    switch byte {
    case 0xC2, 0xD8, 0xD9, 0xDB, 0xE0, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }
}
