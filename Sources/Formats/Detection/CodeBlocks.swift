import Transcript

/// Finds the blocks of code in a text, where transcripts are shown as examples and logs are quoted.
///
/// Source: CommonMark 0.31, sections 4.4 and 4.5. Lists and quotes around a fence are not followed: the marks before it
/// are skipped.
struct CodeBlocks {
  enum Place {
    case text, opening, closing
    /// Set in by four columns.
    case indented
  }

  /// Whether a line that is set in is code; in plain text it is a paragraph.
  let indentIsCode: Bool
  /// The mark of the fence that is open, and how often it stands there.
  private var fence: (mark: UInt8, length: Int)?

  init(indentIsCode: Bool) {
    self.indentIsCode = indentIsCode
  }

  /// Takes the next line.
  mutating func take(_ line: Range<Int>, _ lines: LineCursor) -> Place {
    let content = line.prefix(200).drop { isContainerMark(lines[$0]) }
    if let mark = content.first.map({ lines[$0] }), mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
      let run = content.prefix { lines[$0] == mark }
      let rest = content.dropFirst(run.count)
      if let open = fence {
        guard open.mark == mark, run.count >= open.length, lines.isBlank(rest) else { return .text }
        fence = nil
        return .closing
      }
      if run.count >= 3, mark == UInt8(ascii: "~") || !rest.contains(where: { lines[$0] == mark }) {
        fence = (mark, run.count)
        return .opening
      }
    }
    guard indentIsCode else { return .text }
    var columns = 0
    for index in line.prefix(4) {
      if lines[index] == UInt8(ascii: "\t") { return .indented }
      guard lines[index] == UInt8(ascii: " ") else { return .text }
      columns += 1
    }
    return columns == 4 ? .indented : .text
  }

  /// What may stand before a fence: blanks, and the marks of a quote, a list, or a number in one.
  private func isContainerMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"), 0x30...0x39:
      true
    default: false
    }
  }
}
