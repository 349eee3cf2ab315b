/// What in a text decides how it can be written as a scalar.
///
/// Source: the analysis of scalars in PyYAML's emitter, whose output is the target: what it forbids is more than YAML forbids
/// (no plain scalar has a line break) and less (a line break of Unicode is allowed between single quotes).
struct ScalarTraits: Sendable {
  /// Whether the text has ends of line, also those of Unicode.
  private(set) var hasBreaks = false
  /// A sign at the beginning or in the middle would be read as punctuation of YAML.
  private var hasIndicator = false
  /// A character is written as an escape only.
  private var hasSpecial = false
  private var hasBlankEdge = false
  private var hasSpaceAfterBreak = false
  private var hasSpaceBeforeBreak = false

  init(_ text: [Unicode.Scalar]) {
    hasIndicator = text.starts(with: "---".unicodeScalars) || text.starts(with: "...".unicodeScalars)
    for index in text.indices { note(text, index) }
    hasBlankEdge = [text.first, text.last].contains { $0.map { $0 == " " || $0.isYAMLBreak } ?? false }
  }

  /// An empty text may be plain as far as its characters are concerned; that it would be read as null is another matter.
  var mayBePlain: Bool {
    !(hasIndicator || hasBreaks || hasSpecial || hasBlankEdge || hasSpaceAfterBreak || hasSpaceBeforeBreak)
  }

  var mayBeSingleQuoted: Bool { !(hasSpecial || hasSpaceAfterBreak || hasSpaceBeforeBreak) }

  private mutating func note(_ text: [Unicode.Scalar], _ index: Int) {
    let scalar = text[index]
    let before = index > 0 ? text[index - 1] : nil
    // At both ends of a text a sign stands as if next to a blank.
    let isLast = index + 1 == text.count || text[index + 1].isYAMLSpace
    switch scalar {
    case "#": if before?.isYAMLSpace ?? true { hasIndicator = true }
    case ":": if isLast { hasIndicator = true }
    case "-", "?": if before == nil, isLast { hasIndicator = true }
    case ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`":
      if before == nil { hasIndicator = true }
    case " ": if before?.isYAMLBreak ?? false { hasSpaceAfterBreak = true }
    default:
      if scalar.isYAMLBreak {
        hasBreaks = true
        if before == " " { hasSpaceBeforeBreak = true }
      }
      if !scalar.isYAMLPrintable { hasSpecial = true }
    }
  }
}

extension Unicode.Scalar {
  /// An end of line to YAML 1.1, apart from the carriage return, which is written as an escape.
  var isYAMLBreak: Bool { self == "\n" || self == "\u{85}" || self == "\u{2028}" || self == "\u{2029}" }

  var isYAMLSpace: Bool { self == " " || self == "\t" || self == "\r" || self == "\0" || isYAMLBreak }

  /// Whether PyYAML writes the character as it is when it may write Unicode. The byte order mark could be taken for one, and the
  /// very last character is left out by an oversight that is part of its output.
  var isYAMLPrintable: Bool {
    switch value {
    case 0x0A, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000..<0x10FFFF: true
    default: false
    }
  }
}
