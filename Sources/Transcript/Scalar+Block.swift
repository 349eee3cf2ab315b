/// Block scalars (YAML 1.2.2, 8.1): texts behind `|` and `>`, whose lines are told by their indent.
extension Scalar {
  /// What a block scalar says. `source` is what stands from its mark to its last character that is no blank, so of the line
  /// ends behind it one is taken to be there.
  ///
  /// - Returns: Nil where it is no block scalar, one whose indent is given in its first line, or one that a line further out
  ///   ends.
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

  /// An end of line between two lines of text is a blank, unless one of them is indented further; each empty line is an end
  /// of line.
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
