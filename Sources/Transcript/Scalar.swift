import SourceText

/// The scalars of YAML 1.2, as far as transcripts use them: decoding them, and writing a text as one. The text of a cue
/// is decoded here, too, by `CueText`.
public enum Scalar {
  /// The text of a scalar. `source` is the part between the quotes, or all of a plain scalar.
  public static func decode(_ source: String, _ quoting: Quoting) -> String {
    guard quoting != .none, quoting != .other, mayHoldMarks(source.utf8, quoting) else { return source }
    var source = source
    return source.withUTF8 { text in
      var decoded: [UInt8] = []
      forEachRun(in: text, text.indices, quoting) { run in
        switch run {
        case .literal(let range): decoded += text[range]
        case .decoded(let bytes, _): decoded += bytes
        }
      }
      return String(decoding: decoded, as: UTF8.self)
    }
  }

  /// Whether a source may contain anything that must be decoded.
  static func mayHoldMarks(_ source: some Sequence<UInt8>, _ quoting: Quoting) -> Bool {
    if quoting.isCue { return source.contains(where: cueMarks.contains) }
    let mark = mark(of: quoting)
    return source.contains { Ascii.isLineEnd($0) || $0 == mark }
  }

  private static let cueMarks = ByteSet("<&{\n\r")

  /// Whether every YAML parser reads the text without quotes as this text.
  public static func mayBePlain(_ text: String) -> Bool {
    !mustBeQuoted(text) && !text.unicodeScalars.contains(where: mustBeEscaped)
  }

  /// Whether YAML forbids the character, or one of its versions takes it as a line end (YAML 1.2.2, 5.1; 1.1, 4.2).
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xFEFE, 0xFF00...0xFFFD, 0x10000...: false
    default: true
    }
  }

  /// Writes a text for use inside a value that is written with the given quoting.
  public static func escaped(_ text: String, in quoting: Quoting) -> String {
    switch quoting {
    case .none, .wrapped, .plain, .other, .subtitle: text
    case .cue: CueText.escaped(text)
    case .single: text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    case .double: text.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    }
  }

  /// A text without arrows, which would end a comment in a file of cues.
  public static func escapedArrows(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == ">", escaped.hasSuffix("--") { escaped += "&gt;" } else { escaped.unicodeScalars.append(scalar) }
    }
    return escaped
  }

  /// Writes a text between single quotes.
  public static func single(_ text: String) -> String {
    "'" + escaped(text, in: .single) + "'"
  }

  /// Whether a text without quotes would be read as something else, or could not be read.
  private static func mustBeQuoted(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return true }
    if "[]{}\"'@`%&*!|>,#".unicodeScalars.contains(first) || first == " " || last == " " || last == ":" { return true }
    if "-?:".unicodeScalars.contains(first), text.unicodeScalars.dropFirst().first.map({ $0 == " " }) ?? true {
      return true
    }
    // Bytes are compared, since a mark that follows makes another character of a blank, but no other text of YAML.
    return zip(text.utf8, text.utf8.dropFirst()).contains { isKeyEnd($0, $1) } || text.hasPrefix("---")
      || text.hasPrefix("...") || isNoText(text)
  }

  /// Whether two bytes end a key or begin a comment.
  private static func isKeyEnd(_ first: UInt8, _ second: UInt8) -> Bool {
    first == UInt8(ascii: ":") && second == 0x20 || first == 0x20 && second == UInt8(ascii: "#")
  }

  /// Whether a YAML parser reads a plain scalar as something other than a text. `y` and `n` are truth values in YAML
  /// 1.1. Most writers also quote everything that consists of digits with marks between them.
  private static func isNoText(_ text: String) -> Bool {
    if resolution(of: text.utf8) != nil || ["y", "Y", "n", "N"].contains(text) { return true }
    return text.utf8.allSatisfy(numeric.contains) && text.utf8.contains { (0x30...0x39).contains($0) }
  }

  private static let numeric = ByteSet("0123456789:.,_+-")
}
