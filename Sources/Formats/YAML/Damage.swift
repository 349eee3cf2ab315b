import SourceText
import Transcript

/// What broke a block of front matter, told from the place where YAML stumbled.
///
/// The reader says whether there is a fault; this says whose it is: the quote that opened, not the line that it
/// swallowed last. `lines` is left behind what is damaged.
struct Damage {
  /// A value without its quotes, as far as it was rather meant to go.
  typealias Value = (range: Range<Int>, quoting: Quoting)

  private(set) var fault: Fault
  private(set) var range: Range<Int>
  /// The value that is damaged; nil where the line is.
  private(set) var value: Value?
  /// Where the damage begins: what was read from here on does not count.
  let restart: Int
  /// Whether reading goes on in the damaged line, with keys in a column of its own.
  let isMisaligned: Bool

  init(_ failure: YAMLFailure, in reader: YAMLReader, _ lines: inout LineCursor) {
    lines = reader.lines
    let cause = Cause(failure, reader, &lines)
    fault = cause.fault
    // What is blamed ends with its line.
    range = cause.range.clamped(to: 0..<lines.rest(from: cause.range.lowerBound).upperBound)
    restart = cause.restart
    isMisaligned = !cause.takesLine
    lines.seek(restart)
    guard cause.takesLine, let line = lines.next(), cause.isValue else { return }
    let start = restart
    let mark = lines[start]
    let isQuoted = mark == UInt8(ascii: "'") || mark == UInt8(ascii: "\"")
    let begin = isQuoted ? start + 1 : start
    var end: Int
    if fault == .quoteNotClosed {
      end = lines.takeLost(than: cause.indent, after: line)
    } else {
      end = lines.takeDeeper(than: cause.indent, after: line)
      if lines.position <= range.lowerBound { end = lines.take(through: range.lowerBound) }
      if isQuoted, end > begin, lines[end - 1] == mark { end -= 1 }
    }
    let quoting: Quoting = isQuoted ? (mark == UInt8(ascii: "'") ? .single : .double) : .plain
    value = (begin..<max(begin, end), quoting)
  }
}

extension Damage {
  /// Says that another line is no entry.
  mutating func blameLine(_ line: Range<Int>) {
    (fault, range) = (.notAnEntry, line)
  }
}

/// The fault behind a failure, and where reading goes on.
private struct Cause {
  var fault = Fault.notAnEntry
  var range: Range<Int>
  /// The line with this offset is read again as damaged.
  var restart: Int
  /// Whether a value that begins at `restart` is damaged, rather than the line.
  var isValue = false
  /// Whether that line is damaged itself; otherwise reading goes on with it.
  var takesLine = true
  /// The column of the key of that value.
  var indent: Int

  init(_ failure: YAMLFailure, _ reader: YAMLReader, _ lines: inout LineCursor) {
    indent = max(0, reader.indent)
    range = failure.range
    restart = failure.range.lowerBound
    let line = lines.line(holding: failure.range.lowerBound)
    let content = lines.trimmed(line)
    let isFirstOnLine = failure.range.lowerBound <= content.lowerBound
    switch failure.kind {
    case .quoteNotClosed: blame(.quoteNotClosed, failure.range)
    case .badEscape:
      blame(.badEscape, failure.range)
      restart = reader.openQuote
    case .bracketNotClosed: blame(.bracketNotClosed, failure.range)
    case .tab:
      fault = .tabIndent
      range =
        line.lowerBound <= failure.range.lowerBound && failure.range.lowerBound <= content.lowerBound
        ? line.lowerBound..<content.lowerBound : failure.range
    case .lineSeparator: fault = .lineSeparator
    case .badHeader:
      let next = failure.range.upperBound
      let isSign = next < line.upperBound && "+-0123456789".utf8.contains(lines[next])
      blame(isSign ? .blockHeaderMalformed : .cannotStartPlain, failure.range)
    case .badStart, .badProperty:
      if isFirstOnLine {
        blameLine(content)
      } else if reader.isInFlow {
        blameFlow(failure.range, reader, isOutside: false)
      } else {
        blame(.cannotStartPlain, failure.range)
      }
    case .noColon:
      let node = failure.range.lowerBound
      restart = node
      blameMissingColon(node, &lines)
    case .colon, .unexpected:
      if reader.isInFlow {
        let isFolded = failure.kind == .colon && reader.lastStart.offset < line.lowerBound
        let isKey = lines.key(at: content).map(lines.isName) ?? false
        blameFlow(failure.range, reader, isOutside: lines.indent(of: line) <= reader.boundary || isFolded && isKey)
      } else if isFirstOnLine, let closed = reader.closed, closed.line == line.lowerBound, closed.level.keyCount == 1,
        let firstKey = closed.level.firstKey, lines.isAligned(line)
      {
        // The keys of a mapping from the second on stand in one column, and the first further in.
        let first = lines.line(holding: firstKey)
        blameLine(lines.trimmed(first))
        (restart, takesLine) = (content.lowerBound, false)
      } else {
        blameText(failure, reader, content, isFirstOnLine, &lines)
      }
    }
  }

  private mutating func blame(_ fault: Fault, _ range: Range<Int>) {
    (self.fault, self.range, restart, isValue) = (fault, range, range.lowerBound, true)
  }

  private mutating func blameLine(_ content: Range<Int>) {
    (fault, range, restart, isValue) = (.notAnEntry, content, content.lowerBound, false)
  }

  /// Something in brackets that YAML refuses. On a line that looks like the next entry, the bracket was never closed.
  private mutating func blameFlow(_ range: Range<Int>, _ reader: YAMLReader, isOutside: Bool) {
    guard let bracket = reader.levels.first(where: \.isFlow)?.bracket else { return }
    let isBelow = bracket < reader.line.lowerBound
    blame(.bracketNotClosed, bracket..<(bracket + 1))
    if !(isOutside && isBelow) { (fault, self.range) = (.flowMalformed, range) }
  }

  /// Text that stands behind the end of a value, or a colon in it.
  private mutating func blameText(
    _ failure: YAMLFailure, _ reader: YAMLReader, _ content: Range<Int>, _ isFirstOnLine: Bool,
    _ lines: inout LineCursor
  ) {
    guard let node = reader.lastValue else {
      if isFirstOnLine { return blameLine(content) }
      return blame(.cannotStartPlain, failure.range.prefix(1))
    }
    let isOnLine = node.source.upperBound >= content.lowerBound
    let lead = lines[node.source.lowerBound]
    if let comment = node.comment, node.quoting == .plain,
      lines.indent(of: lines.line(holding: content.lowerBound)) > indent
    {
      blame(.textAfterComment, comment.prefix(1))
      restart = node.source.lowerBound
    } else if isOnLine, node.quoting == .single || node.quoting == .double,
      failure.range.lowerBound >= node.source.upperBound
    {
      if lines.holdsStructure(node.source, than: indent) {
        // The next quote was to open another value.
        return blame(.quoteNotClosed, node.source.prefix(1))
      }
      blame(.quoteClosedEarly, (node.source.upperBound - 1)..<node.source.upperBound)
      restart = node.source.lowerBound
    } else if isOnLine, lead == UInt8(ascii: "[") || lead == UInt8(ascii: "{"), node.quoting == .other {
      blame(.flowNotAlone, node.source.prefix(1))
    } else if isOnLine, node.quoting == .other {
      blame(.cannotStartPlain, node.source.prefix(1))
    } else if failure.kind == .colon, isOnLine, node.quoting == .plain {
      blameColon(failure.range, reader, node, content, &lines)
    } else if isFirstOnLine || failure.kind == .colon {
      blameLine(content)
    } else {
      // A list in the place of a value, such as `key: - text`.
      blame(.cannotStartPlain, failure.range.prefix(1))
    }
  }

  /// A colon in a plain scalar: text, or a key that was taken for text since it stands too far in or the key above it
  /// lacks its colon.
  private mutating func blameColon(
    _ colon: Range<Int>, _ reader: YAMLReader, _ node: YAMLNode, _ content: Range<Int>, _ lines: inout LineCursor
  ) {
    let isFolded = node.source.lowerBound < reader.line.lowerBound
    let entry = lines.isDash(content) ? lines.trimmed(content.dropFirst()) : content
    let word = entry.lowerBound..<max(entry.lowerBound, colon.lowerBound)
    // In an item words wrap, and a line of them may begin with one and a colon; the keys of an item are known.
    let mayBeAnyKey = reader.boundsEntry || entry.lowerBound > content.lowerBound
    guard isFolded, mayBeAnyKey ? lines.isName(word) : lines.isKeyOfItem(word) else {
      blame(.colonInPlain, colon)
      restart = node.source.lowerBound
      return
    }
    if entry.lowerBound > content.lowerBound {
      // A list below a value, unless it is an item of a list that is open already and stands too far in.
      if reader.levels.contains(where: { $0.kind == .sequence || $0.kind == .indentlessSequence }) {
        return blameLine(content)
      }
      blameLine(lines.trimmed(lines.rest(from: node.source.lowerBound)))
      fault = .valueBeforeList
      return
    }
    let isAligned = content.lowerBound - lines.line(holding: content.lowerBound).lowerBound == reader.lastStart.column
    if reader.lastStart.mayBeKey, isAligned { return blameMissingColon(node.source.lowerBound, &lines) }
    blameLine(content)
  }

  /// A line with a key that has no colon, or with no key at all.
  private mutating func blameMissingColon(_ start: Int, _ lines: inout LineCursor) {
    let rest = lines.rest(from: start)
    let word = rest.prefix { !lines.isSpace(lines[$0]) && lines[$0] != UInt8(ascii: ":") }
    blameLine(lines.trimmed(rest))
    restart = start
    if lines.isName(word), word.count < rest.count || lines.isKeyOfItem(word) { (fault, range) = (.colonMissing, word) }
  }
}

extension LineCursor {
  /// The line that holds `offset`.
  fileprivate mutating func line(holding offset: Int) -> Range<Int> {
    seek(offset)
    return peek() ?? offset..<offset
  }

  fileprivate mutating func rest(from offset: Int) -> Range<Int> {
    offset..<max(offset, line(holding: offset).upperBound)
  }

  /// Whether a line is a key, and so is the next in the same column.
  fileprivate mutating func isAligned(_ line: Range<Int>) -> Bool {
    seek(line.lowerBound)
    next()
    guard key(at: trimmed(line)) != nil, let next = peekContent() else { return false }
    return indent(of: next) == indent(of: line) && key(at: trimmed(next)) != nil
  }

  /// Whether a line of a quoted scalar from the second on looks like an entry and stands no further in than `indent`.
  fileprivate mutating func holdsStructure(_ source: Range<Int>, than column: Int) -> Bool {
    seek(source.lowerBound)
    next()
    while let line = next(), line.lowerBound < source.upperBound {
      if !isBlank(line), indent(of: line) <= column, isStructure(line) { return true }
    }
    return false
  }

  /// Takes the lines up to the one that holds `offset`; returns where the last of them ends.
  fileprivate mutating func take(through offset: Int) -> Int {
    var end = offset
    while position <= offset, let line = next() { end = trimmed(line).upperBound }
    return end
  }

  /// Takes the lines that stand further in than `indent`; returns where the last of them ends.
  mutating func takeDeeper(than indent: Int, after line: Range<Int>) -> Int {
    var end = trimmed(line).upperBound
    while let next = peekContent(), self.indent(of: next) > indent {
      skipBlankLines()
      self.next()
      end = trimmed(next).upperBound
    }
    return end
  }

  /// Takes the lines that a quote without an end was rather meant to hold: those further in, and those that look like
  /// text.
  fileprivate mutating func takeLost(than indent: Int, after line: Range<Int>) -> Int {
    var end = trimmed(line).upperBound
    while let next = peekContent(), self.indent(of: next) > indent || !isStructure(next) {
      skipBlankLines()
      self.next()
      end = trimmed(next).upperBound
    }
    return end
  }
}
