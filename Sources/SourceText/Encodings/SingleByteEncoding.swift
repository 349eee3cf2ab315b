/// An encoding of one byte for each character. Its lower half is ASCII.
///
/// Source: the index files of the WHATWG Encoding Standard for windows-1250, -1251 and -1252, without the control
/// characters that it puts where Windows has nothing.
struct SingleByteEncoding: Sendable {
  /// The upper half: what the bytes 80 to FF stand for; U+FFFD where a byte stands for nothing.
  let scalars: [Unicode.Scalar]
  private let bytes: [Unicode.Scalar: UInt8]

  private init(_ upperHalf: String) {
    scalars = Array(upperHalf.unicodeScalars)
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (index, scalar) in scalars.enumerated() where scalar != "\u{FFFD}" { bytes[scalar] = UInt8(0x80 + index) }
    self.bytes = bytes
  }

  /// Nil where the byte stands for nothing.
  func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    let scalar = scalars[Int(byte) - 0x80]
    return scalar == "\u{FFFD}" ? nil : scalar
  }

  /// Nil where the encoding does not have the character.
  func byte(_ scalar: Unicode.Scalar) -> UInt8? { scalar.isASCII ? UInt8(scalar.value) : bytes[scalar] }

  /// Of Central Europe.
  static let windows1250 = SingleByteEncoding(
    """
    €\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\
    \u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\
    \u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż\
    °±˛ł´µ¶·¸ąş»Ľ˝ľż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ\
    ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
    ŕáâăäĺćçčéęëěíîď\
    đńňóôőö÷řůúűüýţ˙
    """)

  /// Cyrillic.
  static let windows1251 = SingleByteEncoding(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ\
    ђ‘’“”•–—\u{FFFD}™љ›њќћџ\
    \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї\
    °±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОП\
    РСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмноп\
    рстуфхцчшщъыьэюя
    """)

  /// Of Western Europe.
  static let windows1252 = SingleByteEncoding(
    """
    €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\
    \u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\
    \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯\
    °±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
    ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîï\
    ðñòóôõö÷øùúûüýþÿ
    """)
}
