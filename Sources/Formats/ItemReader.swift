import Transcript

/// Reads one item of `transcript:`, a segment or a header, with the keys `line`, `sec`, `time`, `who` and `header`.
struct ItemReader {
  func read(_ lines: inout LineCursor, into block: inout BlockBuilder) {
    guard let first = lines.next() else { return }
    let dash = lines.indent(of: first)
    let content = lines.trimmed(first.dropFirst(dash + 1))
    var seen = Seen()
    var column = dash + 2
    if !content.isEmpty {
      column = content.lowerBound - first.lowerBound
      readEntry(&lines, content.lowerBound..<first.upperBound, column: column, dash: dash, seen: &seen, into: &block)
    }
    while let line = lines.peekContent() {
      let indent = lines.indent(of: line)
      let entry = line.dropFirst(indent)
      let isTab = lines[entry.lowerBound] == UInt8(ascii: "\t")
      guard indent > dash || isTab else { break }
      lines.skipBlankLines()
      lines.next()
      if isTab {
        block.add(.tabIndent, entry.prefix(1))
        continue
      }
      guard lines[entry.lowerBound] != UInt8(ascii: "#") else {
        block.add(.comment, lines.trimmed(entry))
        continue
      }
      if content.isEmpty, !seen.any { column = indent }
      if lines.isBeyondSubset(entry) { continue }
      if indent != column || lines.key(at: entry) == nil {
        block.add(.notAnEntry, lines.trimmed(entry))
        continue
      }
      readEntry(&lines, entry, column: column, dash: dash, seen: &seen, into: &block)
    }
    block.kind = seen.words || !seen.title && seen.speech ? .segment : seen.title ? .header : .metadata
  }

  private struct Seen {
    var words = false
    var title = false
    var speech = false
    var any = false
  }

  private func readEntry(
    _ lines: inout LineCursor, _ entry: Range<Int>, column: Int, dash: Int, seen: inout Seen,
    into block: inout BlockBuilder
  ) {
    seen.any = true
    guard let key = lines.key(at: entry) else {
      // An item that is a text and no mapping.
      seen.words = true
      var values = ValueReader(indent: dash)
      return values.readValue(&lines, entry, as: .words, into: &block)
    }
    block.add(.key, key)
    let rest = (key.upperBound + 1)..<entry.upperBound
    var values = ValueReader(indent: column)
    if lines.isWord(key, "line") {
      seen.words = true
      values.readValueWherever(&lines, rest, as: .words, into: &block)
    } else if lines.isWord(key, "who") {
      seen.speech = true
      values.readValueWherever(&lines, rest, as: .speaker, into: &block)
    } else if lines.isWord(key, "header") {
      seen.title = true
      values.readValueWherever(&lines, rest, as: .title, into: &block)
    } else if lines.isWord(key, "sec") {
      seen.speech = true
      values.readValueWherever(&lines, rest, as: .seconds, into: &block)
      if let range = values.value, !range.isEmpty, !lines[range].allSatisfy({ (0x30...0x39).contains($0) }) {
        block.add(.secondsMalformed, range)
      }
    } else if lines.isWord(key, "time") {
      seen.speech = true
      values.readValueWherever(&lines, rest, as: .start, into: &block)
      if let range = values.value, !range.isEmpty { judgeTime(lines, range, values.quoting, into: &block) }
    } else {
      values.readValueWherever(&lines, rest, as: .value, into: &block)
    }
  }

  private func judgeTime(
    _ lines: LineCursor, _ range: Range<Int>, _ quoting: Quoting, into block: inout BlockBuilder
  ) {
    switch Timestamp.read(lines[range]) {
    case .time: if quoting == .plain { block.add(.timeUnquoted, range) }
    case .outOfRange: block.add(.timeOutOfRange, range)
    case .malformed: block.add(.timeMalformed, range)
    }
  }
}
