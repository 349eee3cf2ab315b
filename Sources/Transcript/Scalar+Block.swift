/// Block scalars (YAML 1.2.2, 8.1): texts behind `|` and `>`, which end where the indent ends.
extension Scalar {
  /// The text of a block scalar. `source` reaches from its `|` or `>` to its last character that is not blank, and one
  /// line end is assumed to follow.
  ///
  /// - Returns: nil if it is not a block scalar, if its first line states the indent, or if a line with a smaller
  ///   indent ends it early.
  public static func decodeBlock(_ source: String) -> String? {
    let lines = source.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    guard let header = lines.first, let mark = header.first, mark == "|" || mark == ">" else { return nil }
    let chomping = header.dropFirst().prefix { $0 != " " && $0 != "\t" }
    guard ["", "+", "-"].contains(chomping) else { return nil }
    guard let first = lines.dropFirst().first(where: { $0.contains { $0 != " " } }) else { return "" }
    let indent = first.prefix { $0 == " " }.count
    let isOut = lines.dropFirst().contains { line in
      let blanks = line.prefix { $0 == " " }.count
      return blanks < indent && blanks < line.count
    }
    if isOut { return nil }
    let contents = lines.dropFirst().map { $0.dropFirst(min(indent, $0.prefix { $0 == " " }.count)) }
    let text = mark == "|" ? contents.joined(separator: "\n") : folded(contents)
    return chomping == "-" ? text : text + "\n"
  }

  /// Folds lines: a line end between two lines of text is a blank, unless one of them is indented further. Each empty
  /// line is a line end.
  private static func folded(_ lines: [Substring]) -> String {
    var text = ""
    var last: Substring?
    var emptyLines = 0
    for line in lines {
      guard !line.isEmpty else {
        emptyLines += 1
        continue
      }
      if let last {
        let keepsBreak = isIndented(last) || isIndented(line)
        text += keepsBreak ? "\n" : emptyLines == 0 ? " " : ""
      }
      text += String(repeating: "\n", count: emptyLines) + line
      emptyLines = 0
      last = line
    }
    return text
  }

  private static func isIndented(_ line: Substring) -> Bool { line.first == " " || line.first == "\t" }
}
