import SourceText
import Transcript

private let blockMarks = ByteSet("|>")
/// What may stand at the beginning of a line that does not belong to the block although it stands further in.
private let lineStarts = ByteSet("\t-#")

/// How the reader goes from one token to the next, and from line to line.
extension YAMLReader {
  /// Goes to the next token. Anything else that is met first is returned: a comment, the end of the block, or a tab where
  /// none may stand.
  mutating func skipToToken() -> Event? {
    while true {
      // A tab is white space only where no key can begin.
      while index < line.upperBound,
        lines[index] == UInt8(ascii: " ") || lines[index] == UInt8(ascii: "\t") && (isInFlow || !allowsKey)
      {
        index += 1
      }
      guard index < line.upperBound else {
        if let event = isInFlow ? goOnInFlow() : goOnInBlock() { return event }
        continue
      }
      if lines[index] == UInt8(ascii: "#") { return .comment(takeComment()) }
      let width = lineSeparator(at: index)
      guard width > 0 else { return nil }
      separator = index..<(index + width)
      index += width
      if let event = breakLine() { return event }
    }
  }

  /// Takes the comment here, to the end of its line.
  mutating func takeComment() -> Range<Int> {
    let begin = index
    while index < line.upperBound, lineSeparator(at: index) == 0 { index += 1 }
    return begin..<index
  }

  /// Goes on behind a line separator of Unicode. What follows it stands in the columns of a new line, and cannot begin
  /// the next block.
  private mutating func breakLine() -> Event? {
    lineStart = index
    if isInFlow { return nil }
    allowsKey = true
    while index < line.upperBound, lines[index] == UInt8(ascii: " ") { index += 1 }
    let isInBlock = index == line.upperBound || column > boundary || lineSeparator(at: index) > 0
    return isInBlock ? nil : fail(.lineSeparator, separator)
  }

  private mutating func goOnInFlow() -> Event? {
    guard takeLineInside() else {
      let bracket = levels.first { $0.isFlow }!.bracket
      return fail(.bracketNotClosed, bracket..<(bracket + 1))
    }
    return nil
  }

  /// Goes to the next line of the block, unless it ends here.
  private mutating func goOnInBlock() -> Event? {
    guard let next = lines.peek(), lines.isBlank(next) || belongsToBlock(next) else {
      if let open = properties, open.start.mustBeKey || !levels[levels.count - 1].takesNode {
        return fail(.noColon, open.range)
      }
      isEnded = true
      return .end
    }
    lines.next()
    begin(next)
    allowsKey = true
    return nil
  }

  mutating func begin(_ next: Range<Int>) {
    line = next
    index = next.lowerBound
    lineStart = next.lowerBound
  }

  /// Whether a line in the column of the entry is more of it: a dash of its list, or the colon of its question mark.
  private func goesOn(_ content: Range<Int>) -> Bool {
    guard boundsEntry, let level = levels.last(where: { $0.column <= boundary }) else { return false }
    // What a name or a tag of the whole document stands above, and a block scalar, need no column of their own.
    if level.takesNode, level.kind == .root || blockMarks.contains(lines[content.lowerBound]) { return true }
    if lines.isDash(content) {
      return level.column < boundary || level.kind != .mapping || level.takesNode
    }
    return lines[content.lowerBound] == UInt8(ascii: ":")
      && (content.count == 1 || lines.isSpace(lines[content.lowerBound + 1]))
      && (level.kind == .indentlessSequence || level.state == .colon || level.state == .explicitKey)
  }

  /// Whether a line that is not blank stands further in than the block, or is a comment above such a line.
  private mutating func belongsToBlock(_ next: Range<Int>) -> Bool {
    let indent = lines.indent(of: next)
    // Most lines stand further in and begin with a letter.
    if indent > boundary, !lineStarts.contains(lines[next.lowerBound + indent]) { return true }
    let content = lines.trimmed(next)
    // Nothing but an error can come of a tab; it belongs to what is above it.
    if lines[next.lowerBound + indent] == UInt8(ascii: "\t") { return true }
    // An indented `---` where nothing can stand was to close the front matter.
    if lines.isWord(content, "---"), !levels[levels.count - 1].takesNode { return false }
    guard lines[content.lowerBound] == UInt8(ascii: "#") else {
      return !lines.isFence(next) && (indent > boundary || indent == boundary && goesOn(content))
    }
    if indent > boundary || next.lowerBound < commentsEnd { return true }
    var ahead = 1
    while let line = lines.peek(ahead) {
      let content = lines.trimmed(line)
      if !content.isEmpty, lines[content.lowerBound] != UInt8(ascii: "#") {
        let indent = lines.indent(of: line)
        guard !lines.isFence(line), indent > boundary || indent == boundary && goesOn(content) else { return false }
        commentsEnd = line.lowerBound
        return true
      }
      ahead += 1
    }
    return false
  }

  /// Takes a line inside quotes or brackets, where columns do not count. False at a line that ends the document, and
  /// where so many lines outside of the block look like entries that the end was rather lost.
  mutating func takeLineInside() -> Bool {
    guard let next = lines.peek(), !lines.isDocumentMark(next) else { return false }
    if !lines.isBlank(next), lines.indent(of: next) <= boundary, lines.isStructure(next) {
      linesOutside += 1
      if linesOutside > Self.patience { return false }
    }
    lines.next()
    begin(next)
    return true
  }

  mutating func skipBlanks() {
    while index < line.upperBound, lines.isSpace(lines[index]) { index += 1 }
  }

  /// Whether a blank stands at an offset of the line, or its end.
  @inline(__always)
  func isBlankOrEnd(_ offset: Int) -> Bool {
    offset >= line.upperBound || lines.isSpace(lines[offset]) || lineSeparator(at: offset) > 0
  }

  /// How many bytes the line separator at an offset has that libyaml knows besides those of this program: NEL, U+2028 and
  /// U+2029; 0 where there is none.
  @inline(__always)
  func lineSeparator(at offset: Int) -> Int {
    if lines[offset] < 0x80 { return 0 }
    return switch lines[offset] {
    case 0xC2 where offset + 1 < line.upperBound && lines[offset + 1] == 0x85: 2
    case 0xE2 where offset + 2 < line.upperBound && lines[offset + 1] == 0x80 && lines[offset + 2] & 0xFE == 0xA8: 3
    default: 0
    }
  }
}
