import SourceText

/// The scalars of YAML 1.2, as far as transcripts use them: how they are decoded, and how a text is written as one.
public enum Scalar {
  /// The text of a scalar. `source` is what stands between the quotes, or the whole of a plain scalar.
  public static func decode(_ source: String, _ quoting: Quoting) -> String {
    switch quoting {
    case .none, .other: source
    case .plain: fold(source)
    case .single: fold(source).split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
    case .double: unescape(source)
    }
  }

  /// Writes a text as a scalar on one line, as PyYAML would: plain where possible, in single quotes where necessary, in
  /// double quotes where a character needs an escape.
  public static func encode(_ text: String) -> String {
    if text.unicodeScalars.contains(where: mustBeEscaped) {
      return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }
    return mustBeQuoted(text) ? single(text) : text
  }

  /// Whether YAML forbids the character, or one of its versions takes it for a line end (YAML 1.2.2, 5.1; 1.1, 4.2).
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xFEFE, 0xFF00...0xFFFD, 0x10000...: false
    default: true
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"", "\\": return "\\" + String(scalar)
    case "\n": return "\\n"
    case "\t": return "\\t"
    case _ where !mustBeEscaped(scalar): return String(scalar)
    default:
      let digits = String(scalar.value, radix: 16)
      let width = scalar.value > 0xFF ? 4 : 2
      return (width == 4 ? "\\u" : "\\x") + String(repeating: "0", count: width - digits.count) + digits
    }
  }

  /// Writes a text between single quotes.
  public static func single(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Whether a text without quotes would be read as something else, or could not be read.
  private static func mustBeQuoted(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return true }
    if "[]{}\"'@`%&*!|>,#".unicodeScalars.contains(first) || first == " " || last == " " || last == ":" { return true }
    if "-?:".unicodeScalars.contains(first), text.unicodeScalars.dropFirst().first.map({ $0 == " " }) ?? true {
      return true
    }
    return text.contains(": ") || text.contains(" #") || text.hasPrefix("---") || text.hasPrefix("...")
      || isNoText(text)
  }

  /// Whether a reader of YAML takes a plain scalar for something other than a text. `y` and `n` are truth values in
  /// YAML 1.1. Most writers also quote everything that consists of digits with marks between them.
  private static func isNoText(_ text: String) -> Bool {
    if resolution(of: text.utf8) != nil || ["y", "Y", "n", "N"].contains(text) { return true }
    return text.utf8.allSatisfy(numeric.contains) && text.utf8.contains { (0x30...0x39).contains($0) }
  }

  private static let numeric = ByteSet("0123456789:.,_+-")

  /// Folds lines: an end of line is a blank, each empty line between is an end of line (YAML 1.2.2, 6.5).
  private static func fold(_ source: String) -> String {
    guard source.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return source }
    let bytes = Array(source.utf8)
    var result: [UInt8] = []
    var breaks = 0
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let isFirst = start == 0
      let content = isFirst ? bytes[start..<end] : trimStart(bytes[start..<end])
      if !isFirst {
        while result.last == 0x20 || result.last == 0x09, breaks == 0 { result.removeLast() }
        breaks += 1
      }
      if isFirst || !content.isEmpty {
        appendBreaks(breaks, to: &result)
        breaks = 0
        result += content
      }
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    appendBreaks(breaks, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// A blank for one end of line, for more of them one end of line less.
  private static func appendBreaks(_ breaks: Int, to result: inout [UInt8]) {
    if breaks == 1 { result.append(0x20) } else { result += repeatElement(0x0A, count: max(0, breaks - 1)) }
  }

  private static func trimStart(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.drop { $0 == 0x20 || $0 == 0x09 }
  }

  /// Takes the escapes of a double-quoted scalar out (YAML 1.2.2, 5.7). An escape that YAML does not know stays.
  private static func unescape(_ source: String) -> String {
    guard source.utf8.contains(UInt8(ascii: "\\")) else { return fold(source) }
    // An escaped end of line joins two lines without a blank, so it goes before folding.
    let marker = "\u{F8FF}"
    var result = ""
    let joined = joinEscapedLines(source, marker: marker)
    var scalars = fold(joined).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\\", let escape = scalars.popFirst() else {
        if String(scalar) != marker { result.unicodeScalars.append(scalar) }
        continue
      }
      let width = escape == "x" ? 2 : escape == "u" ? 4 : escape == "U" ? 8 : 0
      if width > 0, scalars.count >= width,
        let value = UInt32(String(String.UnicodeScalarView(scalars.prefix(width))), radix: 16),
        let decoded = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(decoded)
        scalars = scalars.dropFirst(width)
      } else if let simple = escapes[escape] {
        result.unicodeScalars.append(simple)
      } else {
        result.unicodeScalars.append(contentsOf: [scalar, escape])
      }
    }
    return result
  }

  private static func joinEscapedLines(_ source: String, marker: String) -> String {
    var result: [UInt8] = []
    var rest = Array(source.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        result.append(byte)
        continue
      }
      if next == 0x0A || next == 0x0D {
        rest = rest.drop { [0x0A, 0x0D, 0x20, 0x09].contains($0) }
        result += Array(marker.utf8)
      } else {
        result += [byte, rest.removeFirst()]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "\0", "a": "\u{07}", "b": "\u{08}", "t": "\t", "\t": "\t", "n": "\n", "v": "\u{0B}", "f": "\u{0C}",
    "r": "\r", "e": "\u{1B}", " ": " ", "\"": "\"", "/": "/", "\\": "\\", "N": "\u{85}", "_": "\u{A0}",
    "L": "\u{2028}", "P": "\u{2029}",
  ]
}
