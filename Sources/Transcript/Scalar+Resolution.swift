import SourceText

/// The meaning of a plain scalar that YAML parsers do not read as a text.
///
/// Parsers of YAML 1.1 and of YAML 1.2 differ. A scalar counts as something else if any of them reads it so. Sources:
/// yaml.org/type (1.1), YAML 1.2.2, 10.3.2 (core schema), PyYAML `resolver.py`, Psych `scalar_scanner.rb`.
extension Scalar {
  public enum Resolution: Sendable {
    case nothing, truth, number, date
    /// `<<` merges the keys of another mapping, `=` is its default value.
    case mark
  }

  /// The kind of value that the scalar is; nil for a text.
  public static func resolution(of plain: some Collection<UInt8>) -> Resolution? {
    // Most texts begin with a letter that no other kind of value begins with.
    guard let first = plain.first else { return .nothing }
    if starts.contains(first) {
      let bytes = Array(plain)
      return number(bytes) ?? (isDate(bytes) ? .date : nil)
    }
    guard plain.count <= 5 else { return nil }
    switch String(decoding: plain, as: UTF8.self).lowercased() {
    case "~", "null": return .nothing
    case "true", "false", "yes", "no", "on", "off": return .truth
    case "<<", "=": return .mark
    default: return nil
    }
  }

  private static let starts = ByteSet("+-.0123456789")

  private static func number(_ bytes: [UInt8]) -> Resolution? {
    var rest = bytes[...]
    let isSigned = rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-")
    if isSigned { rest.removeFirst() }
    if rest.count == 4, rest.first == UInt8(ascii: ".") {
      let word = String(decoding: rest, as: UTF8.self).lowercased()
      if word == ".inf" || word == ".nan" { return .number }
    }
    if rest.first == UInt8(ascii: "0"), let base = rest.dropFirst().first, let digits = digits[base | 0x20] {
      return rest.count > 2 && rest.dropFirst(2).allSatisfy(digits.contains) ? .number : nil
    }
    return isDecimal(rest) ? .number : nil
  }

  private static let digits: [UInt8: ByteSet] = [
    UInt8(ascii: "x"): ByteSet("0123456789abcdefABCDEF_"), UInt8(ascii: "o"): ByteSet("01234567_"),
    UInt8(ascii: "b"): ByteSet("01_"),
  ]

  /// Digits with `_` or `,` between them; with colons, which make a number in base 60; with decimals; or with an
  /// exponent.
  private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    let whole = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ",") }
    rest = rest[whole.endIndex...]
    var hasDigit = whole.contains(where: isDigit)
    guard whole.isEmpty || isDigit(whole[whole.startIndex]) else { return false }
    while rest.first == UInt8(ascii: ":"), hasDigit {
      let field = rest.dropFirst().prefix(while: isDigit)
      guard (1...2).contains(field.count) else { return false }
      rest = rest[field.endIndex...]
    }
    if rest.first == UInt8(ascii: ".") {
      let decimals = rest.dropFirst().prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
      hasDigit = hasDigit || decimals.first.map(isDigit) ?? false
      rest = rest[decimals.endIndex...]
    }
    guard hasDigit else { return false }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard !rest.isEmpty else { return false }
      rest = rest.drop(while: isDigit)
    }
    return rest.isEmpty
  }

  /// `2026-11-26`, also with one digit for month and day, and with a time of day behind it.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    for (field, widths) in [4...4, 1...2, 1...2].enumerated() {
      if field > 0 {
        guard rest.popFirst() == UInt8(ascii: "-") else { return false }
      }
      let digits = rest.prefix(while: isDigit)
      guard widths.contains(digits.count) else { return false }
      rest = rest[digits.endIndex...]
    }
    guard let mark = rest.first else { return true }
    let time = rest.dropFirst()
    return ByteSet("Tt \t").contains(mark) && time.contains(UInt8(ascii: ":"))
      && time.allSatisfy(ByteSet("0123456789:.+-Z \t").contains)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
