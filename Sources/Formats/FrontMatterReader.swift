import Transcript

/// Reads the entries of YAML front matter, one at a time, in the subset that transcripts use.
///
/// It knows flat and nested keys, lists, and plain, quoted, folded and flow values. An error is reported where it was
/// made, which is rarely where a YAML parser stumbles over it. What it does not know it leaves alone.
struct FrontMatterReader {
  /// The mode behind the closing `---`.
  let body: Mode

  func read(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
    block.kind = .metadata
    guard let line = lines.peek() else { return mode }
    let entry = lines.trimmed(line)
    defer { lines.skipBlankLines() }
    if entry.isEmpty || lines[entry.lowerBound] == UInt8(ascii: "#") {
      if !entry.isEmpty { block.add(.comment, entry) }
      lines.next()
      return mode
    }
    if lines.isFence(line) {
      lines.next()
      return body
    }
    if mode == .items, lines.isDash(entry) {
      ItemReader().read(&lines, into: &block)
      return .items
    }
    let content = lines.withoutByteOrderMark(line)
    if lines.indent(of: content) == 0, let key = lines.key(at: content) {
      if beginsBody(&lines, key: key, content: content) {
        return endWithoutFence(&lines, into: &block)
      }
      return readEntry(&lines, key: key, in: content, mode: mode, into: &block)
    }
    if isNeverClosed(&lines) { return endWithoutFence(&lines, into: &block) }
    if !lines.isBeyondSubset(entry) { block.add(.notAnEntry, entry) }
    lines.next()
    return mode
  }

  private func readEntry(
    _ lines: inout LineCursor, key: Range<Int>, in line: Range<Int>, mode: Mode, into block: inout BlockBuilder
  ) -> Mode {
    block.add(.key, key)
    lines.next()
    let isTranscript = lines.isWord(key, "transcript")
    var values = ValueReader(indent: 0)
    values.readValue(&lines, (key.upperBound + 1)..<line.upperBound, as: .value, into: &block)
    if values.wasEmpty { values.addEmpty(into: &block) }
    if isTranscript, values.wasEmpty { return .items }
    if let next = lines.peek(), lines.isDash(lines.trimmed(next)), !values.wasEmpty, mode == .items {
      // A key of an item that lost its indent: the list goes on behind it.
      block.add(.notAnEntry, key)
      return .items
    }
    NestedReader().read(&lines, afterEmptyValue: values.wasEmpty, into: &block)
    return .metadata
  }

  /// Whether a key without a value is the first line of Markdown in a front matter that was never closed, such as
  /// `Links:` above a list with asterisks.
  private func beginsBody(_ lines: inout LineCursor, key: Range<Int>, content: Range<Int>) -> Bool {
    guard lines.trimmed((key.upperBound + 1)..<content.upperBound).isEmpty else { return false }
    var ahead = 1
    while let next = lines.peek(ahead), lines.isBlank(next) { ahead += 1 }
    guard let next = lines.peek(ahead), lines.indent(of: next) == 0, !lines.isStructure(next) else { return false }
    return isNeverClosed(&lines)
  }

  /// Whether no `---` follows. Looks to the end of the text, but only where something is wrong already.
  private func isNeverClosed(_ lines: inout LineCursor) -> Bool {
    var ahead = 0
    while let line = lines.peek(ahead) {
      if lines.isFence(line) { return false }
      ahead += 1
    }
    return true
  }

  private func endWithoutFence(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Mode {
    block.kind = .prose
    lines.next()
    block.add(.frontMatterNotClosed, lines.trimmed(lines.lastContent))
    return body
  }
}
