/// The ASCII characters that JSON, headers and notations consist of, and tests for kinds of bytes.
public enum Ascii {
  @inlinable public static var tab: UInt8 { UInt8(ascii: "\t") }
  @inlinable public static var newline: UInt8 { UInt8(ascii: "\n") }
  @inlinable public static var `return`: UInt8 { UInt8(ascii: "\r") }
  @inlinable public static var space: UInt8 { UInt8(ascii: " ") }
  @inlinable public static var quote: UInt8 { UInt8(ascii: "\"") }
  @inlinable public static var comma: UInt8 { UInt8(ascii: ",") }
  @inlinable public static var minus: UInt8 { UInt8(ascii: "-") }
  @inlinable public static var colon: UInt8 { UInt8(ascii: ":") }
  @inlinable public static var backslash: UInt8 { UInt8(ascii: "\\") }
  @inlinable public static var openBracket: UInt8 { UInt8(ascii: "[") }
  @inlinable public static var closeBracket: UInt8 { UInt8(ascii: "]") }
  @inlinable public static var openBrace: UInt8 { UInt8(ascii: "{") }
  @inlinable public static var closeBrace: UInt8 { UInt8(ascii: "}") }

  @inlinable public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inlinable public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  /// The value of a hexadecimal digit; nil for any other byte.
  @inlinable public static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte & 0x0F }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }

  /// A space or a tab.
  @inlinable public static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  @inlinable public static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  @inlinable public static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
