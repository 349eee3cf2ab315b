import SourceText
import Transcript

private let beforeQuote = ByteSet("[]{},: ")
private let escapes = ByteSet("0abt\tnvfre \"/\\N_LPxuU")

/// Reads one value of a YAML mapping or list, with the lines it goes on over.
///
/// `indent` is the column of the key: a line belongs to the value as long as it stands further in (YAML 1.2.2, 7.3).
struct ValueReader {
  let indent: Int

  /// Whether nothing stood behind the colon.
  private(set) var wasEmpty = false
  /// The last value read, without its quotes.
  private(set) var value: Range<Int>?
  private(set) var quoting = Quoting.plain
  private var kind = Part.Kind.value
  private var emptyPlace = 0
  /// One mistake, one fault: what follows the first in the same value follows from it.
  private var hasFault = false

  init(indent: Int) {
    self.indent = indent
  }

  /// Reads the value that begins in `rest`, the remainder of a line that has been taken.
  mutating func readValue(
    _ lines: inout LineCursor, _ rest: Range<Int>, as kind: Part.Kind, into block: inout BlockBuilder
  ) {
    self.kind = kind
    let content = lines.trimmed(rest)
    guard let first = content.first else {
      wasEmpty = true
      emptyPlace = rest.upperBound
      return
    }
    wasEmpty = false
    switch lines[first] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuoted(&lines, content, into: &block)
    case UInt8(ascii: "["), UInt8(ascii: "{"): readFlow(&lines, content, into: &block)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): readBlockScalar(&lines, content, into: &block)
    case UInt8(ascii: "&"), UInt8(ascii: "!"): readOther(&lines, content, into: &block)
    case UInt8(ascii: "*"):
      let isAlias = content.count > 1 && lines[content.dropFirst()].allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "*") }
      isAlias ? readOther(&lines, content, into: &block) : readUnstartable(&lines, content, into: &block)
    case UInt8(ascii: "#"): readOnlyComment(content, into: &block)
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: ","), UInt8(ascii: "]"),
      UInt8(ascii: "}"):
      readUnstartable(&lines, content, into: &block)
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      let isMark = content.count == 1 || lines.isSpace(lines[first + 1])
      isMark ? readUnstartable(&lines, content, into: &block) : readPlain(&lines, content, into: &block)
    default: readPlain(&lines, content, into: &block)
    }
  }

  /// Reads the value in `rest`, or on the line below where nothing is there.
  mutating func readValueWherever(
    _ lines: inout LineCursor, _ rest: Range<Int>, as kind: Part.Kind, into block: inout BlockBuilder
  ) {
    readValue(&lines, rest, as: kind, into: &block)
    if wasEmpty { readValueBelow(&lines, into: &block) }
  }

  /// Notes that there is no value.
  mutating func addEmpty(into block: inout BlockBuilder) {
    block.add(kind, emptyPlace..<emptyPlace, .plain)
  }

  /// Reads a value that begins on the line below its key, if there is one.
  private mutating func readValueBelow(_ lines: inout LineCursor, into block: inout BlockBuilder) {
    guard let line = lines.peekContent(), lines.indent(of: line) > indent else { return addEmpty(into: &block) }
    let content = lines.trimmed(line)
    guard !lines.isDash(content), lines.key(at: content) == nil, lines[content.lowerBound] != UInt8(ascii: "#") else {
      // A list or a mapping below: nothing a transcript has. It is left alone.
      addEmpty(into: &block)
      return skipDeeperLines(&lines)
    }
    lines.skipBlankLines()
    lines.next()
    readValue(&lines, content.lowerBound..<line.upperBound, as: kind, into: &block)
  }

  // MARK: - Quoted

  private mutating func readQuoted(_ lines: inout LineCursor, _ content: Range<Int>, into block: inout BlockBuilder) {
    let open = content.lowerBound
    let mark = lines[open]
    quoting = mark == UInt8(ascii: "'") ? .single : .double
    var line = content
    var index = open + 1
    while true {
      if let close = closingQuote(lines, mark, from: index, in: line, into: &block) {
        let rest = lines.trimmed((close + 1)..<line.upperBound)
        if rest.isEmpty || (lines[rest.lowerBound] == UInt8(ascii: "#") && lines.isSpace(lines[close + 1])) {
          finish((open + 1)..<close, into: &block)
          if !rest.isEmpty { block.add(.comment, rest) }
          return
        }
        fail(.quoteClosedEarly, close..<(close + 1), &block)
        var end = takeDeeperLines(&lines, after: line)
        if end > close + 1, lines[end - 1] == mark { end -= 1 }
        return finish((open + 1)..<end, into: &block)
      }
      guard let next = nextQuotedLine(&lines) else { break }
      line = next
      index = next.lowerBound
    }
    fail(.quoteNotClosed, open..<(open + 1), &block)
    finish((open + 1)..<max(open + 1, lines.trimmed(line).upperBound), into: &block)
  }

  /// Takes the next line if the quoted text can go on there: libyaml would go on over anything, but a line that stands
  /// no further in than the key and looks like the next entry means that a quote was lost.
  private func nextQuotedLine(_ lines: inout LineCursor) -> Range<Int>? {
    guard let next = lines.peekContent() else { return nil }
    guard lines.indent(of: next) > indent || !lines.isStructure(next) else { return nil }
    lines.skipBlankLines()
    lines.next()
    return lines.trimmed(next)
  }

  private mutating func closingQuote(
    _ lines: LineCursor, _ mark: UInt8, from start: Int, in line: Range<Int>, into block: inout BlockBuilder
  ) -> Int? {
    var index = start
    while index < line.upperBound {
      let byte = lines[index]
      if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        if index + 1 < line.upperBound, !isEscape(lines[index + 1]) { fail(.badEscape, index..<(index + 2), &block) }
        index += 2
      } else if byte == mark {
        let isDoubled = mark == UInt8(ascii: "'") && index + 1 < line.upperBound && lines[index + 1] == mark
        if !isDoubled { return index }
        index += 2
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The characters that may follow a backslash (YAML 1.2.2, 5.7).
  private func isEscape(_ byte: UInt8) -> Bool {
    escapes.contains(byte)
  }

  // MARK: - Plain

  private mutating func readPlain(_ lines: inout LineCursor, _ content: Range<Int>, into block: inout BlockBuilder) {
    quoting = .plain
    var line = content
    var end = content.lowerBound
    var comment: Range<Int>?
    while true {
      let text = scanPlain(lines, line, comment: &comment, into: &block)
      if !text.isEmpty { end = text.upperBound }
      guard let next = lines.peekContent(), lines.indent(of: next) > indent, !lines.isFence(next) else { break }
      let nextContent = lines.trimmed(next)
      if lines[nextContent.lowerBound] == UInt8(ascii: "#") { break }
      if let comment {
        fail(.textAfterComment, comment.prefix(1), &block)
        end = takeDeeperLines(&lines, after: line)
        return finish(content.lowerBound..<end, into: &block)
      }
      lines.skipBlankLines()
      lines.next()
      line = nextContent
    }
    let isRemark = comment.map { lines.isDirective($0) } ?? false
    if let comment, !isRemark { fail(.hashTruncates, comment, &block) }
    finish(content.lowerBound..<max(end, content.lowerBound), into: &block)
    if let comment, isRemark { block.add(.comment, comment) }
  }

  /// The part of a line that belongs to a plain scalar; notes what must not stand in one.
  private mutating func scanPlain(
    _ lines: LineCursor, _ line: Range<Int>, comment: inout Range<Int>?, into block: inout BlockBuilder
  ) -> Range<Int> {
    var hasColon = false
    for index in line {
      let byte = lines[index]
      if byte == UInt8(ascii: ":"), !hasColon, index + 1 == line.upperBound || lines.isSpace(lines[index + 1]) {
        hasColon = true
        fail(.colonInPlain, index..<(index + 1), &block)
      } else if byte == UInt8(ascii: "#"), index > line.lowerBound, lines.isSpace(lines[index - 1]) {
        comment = index..<line.upperBound
        return lines.trimmed(line.lowerBound..<index)
      }
    }
    return line
  }

  private mutating func readOnlyComment(_ content: Range<Int>, into block: inout BlockBuilder) {
    fail(.hashTruncates, content, &block)
    finish(content.lowerBound..<content.lowerBound, into: &block)
  }

  // MARK: - The rest of YAML

  private mutating func readUnstartable(
    _ lines: inout LineCursor, _ content: Range<Int>, into block: inout BlockBuilder
  ) {
    fail(.cannotStartPlain, content.prefix(1), &block)
    quoting = .plain
    finish(content.lowerBound..<takeDeeperLines(&lines, after: content), into: &block)
  }

  private mutating func readOther(_ lines: inout LineCursor, _ content: Range<Int>, into block: inout BlockBuilder) {
    quoting = .other
    finish(content.lowerBound..<takeDeeperLines(&lines, after: content), into: &block)
  }

  private mutating func readBlockScalar(
    _ lines: inout LineCursor, _ content: Range<Int>, into block: inout BlockBuilder
  ) {
    let header = content.dropFirst().prefix { "+-0123456789".utf8.contains(lines[$0]) }
    let rest = lines.trimmed((header.last ?? content.lowerBound) + 1..<content.upperBound)
    guard rest.isEmpty || lines[rest.lowerBound] == UInt8(ascii: "#") else {
      return readUnstartable(&lines, content, into: &block)
    }
    quoting = .other
    finish(content.lowerBound..<takeDeeperLines(&lines, after: content), into: &block)
  }

  /// A list or mapping in brackets must be all of the value.
  private mutating func readFlow(_ lines: inout LineCursor, _ content: Range<Int>, into block: inout BlockBuilder) {
    let open = content.lowerBound
    var depth = 0
    var quote: UInt8?
    var line = content
    while true {
      for index in line {
        let byte = lines[index]
        if let mark = quote {
          if byte == mark { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          // A quote in the middle of a word is an apostrophe.
          let before = lines[index - 1]
          if beforeQuote.contains(before) { quote = byte }
        } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
          depth += 1
        } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
          depth -= 1
          guard depth == 0 else { continue }
          let rest = lines.trimmed((index + 1)..<line.upperBound)
          let isAlone = rest.isEmpty || lines[rest.lowerBound] == UInt8(ascii: "#")
          let continues = lines.peekContent().map { lines.indent(of: $0) > indent } ?? false
          quoting = isAlone && !continues ? .other : .plain
          if quoting == .plain { fail(.flowNotAlone, open..<(open + 1), &block) }
          return finish(open..<(isAlone && !continues ? index + 1 : takeDeeperLines(&lines, after: line)), into: &block)
        }
      }
      guard let next = nextQuotedLine(&lines) else { break }
      line = next
    }
    fail(.flowNotAlone, open..<(open + 1), &block)
    quoting = .plain
    finish(open..<lines.trimmed(line).upperBound, into: &block)
  }

  // MARK: - Lines further in

  private mutating func fail(_ fault: Fault, _ range: Range<Int>, _ block: inout BlockBuilder) {
    if !hasFault { block.add(fault, range) }
    hasFault = true
  }

  private mutating func finish(_ range: Range<Int>, into block: inout BlockBuilder) {
    value = range
    block.add(kind, range, quoting)
  }

  private func skipDeeperLines(_ lines: inout LineCursor) {
    while let next = lines.peekContent(), lines.indent(of: next) > indent {
      lines.skipBlankLines()
      lines.next()
    }
  }

  /// Takes the lines that stand further in than the key; returns where the last of them ends.
  private func takeDeeperLines(_ lines: inout LineCursor, after line: Range<Int>) -> Int {
    var end = lines.trimmed(line).upperBound
    while let next = lines.peekContent(), lines.indent(of: next) > indent {
      lines.skipBlankLines()
      lines.next()
      end = lines.trimmed(next).upperBound
    }
    return end
  }
}
