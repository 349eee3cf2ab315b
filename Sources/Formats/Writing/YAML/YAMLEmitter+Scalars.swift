/// Scalars in their three styles, broken into lines as PyYAML's emitter breaks them.
extension YAMLEmitter {
  /// - Parameters:
  ///   - style: the quotes that are wanted; nil for what the text needs.
  ///   - indent: of the lines on which the text goes on; nil where it must not be broken.
  mutating func writeScalar(_ string: String, style: ScalarStyle? = nil, indent: Int?) {
    let text = Array(string.unicodeScalars)
    let traits = ScalarTraits(text)
    switch style ?? ScalarStyle(for: text, traits) {
    case .plain: writePlain(text, indent: indent)
    case .single where traits.mayBeSingleQuoted: writeSingleQuoted(text, indent: indent)
    case .single, .double: writeDoubleQuoted(text, indent: indent)
    }
  }

  mutating func writePlain(_ text: [Unicode.Scalar], indent: Int?) {
    guard !text.isEmpty else { return }
    if !endsBlank { append(" ") }
    (endsBlank, isInIndent) = (false, false)
    for run in runs(of: text) {
      if text[run.lowerBound] == " ", mayBreak(run, of: text), let indent {
        continueLine(indent: indent)
      } else {
        append(text[run])
      }
    }
  }

  private mutating func writeSingleQuoted(_ text: [Unicode.Scalar], indent: Int?) {
    mark("'")
    for run in runs(of: text) {
      switch text[run.lowerBound] {
      case " ":
        if mayBreak(run, of: text), let indent { continueLine(indent: indent) } else { append(text[run]) }
      case let first where first.isYAMLBreak:
        // A single end of line would be read as a blank.
        if first == "\n" { breakLine("\n") }
        for end in text[run] { breakLine(end) }
        continueLine(indent: indent ?? 0)
      default:
        for scalar in text[run] {
          append(scalar)
          if scalar == "'" { append("'") }
        }
      }
    }
    append("'")
    (endsBlank, isInIndent) = (false, false)
  }

  private mutating func writeDoubleQuoted(_ text: [Unicode.Scalar], indent: Int?) {
    mark("\"")
    // What is not written yet begins at `start`; behind an escape that is one further than the index.
    var start = 0
    for (index, scalar) in text.enumerated() {
      let escape = escape(scalar)
      if let escape {
        append(text[start..<index])
        append(escape)
        start = index + 1
      }
      let isInside = index > 0 && index + 1 < text.count
      if let indent, isInside, scalar == " " || start >= index, column + index - start > Self.width {
        if start < index {
          append(text[start..<index])
          start = index
        }
        append("\\")
        beginLine(indent: indent)
        (endsBlank, isInIndent) = (false, false)
        // A blank at the beginning of a line would not be read as one.
        if text[start] == " " { append("\\") }
      }
    }
    append(text[start...])
    append("\"")
    (endsBlank, isInIndent) = (false, false)
  }

  private func escape(_ scalar: Unicode.Scalar) -> String? {
    if let letter = escapes[scalar] { return "\\" + letter }
    // Nothing beyond the first plane stands for itself between double quotes.
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: return nil
    case 0...0xFF: return "\\x" + hexadecimal(scalar, width: 2)
    case 0...0xFFFF: return "\\u" + hexadecimal(scalar, width: 4)
    default: return "\\U" + hexadecimal(scalar, width: 8)
    }
  }

  private func hexadecimal(_ scalar: Unicode.Scalar, width: Int) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: width - digits.count) + digits
  }

  /// Goes on with a text in the next line.
  private mutating func continueLine(indent: Int) {
    beginLine(indent: indent)
    (endsBlank, isInIndent) = (false, false)
  }

  /// Whether the line may end at a run of blanks: at one blank, inside the text, behind the width.
  private func mayBreak(_ run: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    run.count == 1 && column > Self.width && run.lowerBound > 0 && run.upperBound < text.count
  }

  /// The stretches of a text that are all blanks, all ends of line, or neither.
  private func runs(of text: [Unicode.Scalar]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in text.indices.dropFirst() where kind(text[index]) != kind(text[index - 1]) {
      runs.append(start..<index)
      start = index
    }
    return text.isEmpty ? [] : runs + [start..<text.count]
  }

  private func kind(_ scalar: Unicode.Scalar) -> Int { scalar == " " ? 0 : scalar.isYAMLBreak ? 1 : 2 }
}

/// The escapes that are one letter (YAML 1.1, 5.6).
private let escapes: [Unicode.Scalar: String] = [
  "\0": "0", "\u{07}": "a", "\u{08}": "b", "\t": "t", "\n": "n", "\u{0B}": "v", "\u{0C}": "f", "\r": "r",
  "\u{1B}": "e", "\"": "\"", "\\": "\\", "\u{85}": "N", "\u{2028}": "L", "\u{2029}": "P",
]
