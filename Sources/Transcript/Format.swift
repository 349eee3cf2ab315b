import SourceText

/// A notation, as the engine uses it.
///
/// A format keeps three promises. It can read every text. It never looks back: all it knows are the lines that follow
/// and the mode that the previous block left. It takes at least one line and describes one block.
///
/// So the engine can resume reading at any block, and the author of a format need not think about edits.
public protocol Format: Sendable {
  /// The name that people and configuration use, such as `captions`.
  var name: String { get }

  /// Takes the lines of one block from `lines`, describes them in `block`, and returns the mode for the next one.
  func readBlock(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode

  /// Writes the notation; nil for a format that can only be read.
  var writer: (any BlockWriter)? { get }
}

/// The lines of a text, beginning with the current block. Earlier lines cannot be read.
public struct LineCursor {
  // A format looks at nearly every byte through this cursor, so its accessors are inlined across modules.
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  @usableFromInline let lineStarts: UnsafeBufferPointer<Int>
  @usableFromInline var line: Int
  @usableFromInline var start: Int

  /// How far the format has looked, in bytes of the text. One more than the length of the text means that the format
  /// saw where the text ends.
  public internal(set) var reach: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lineStarts: UnsafeBufferPointer<Int>, line: Int) {
    self.bytes = bytes
    self.lineStarts = lineStarts
    self.line = line
    start = lineStarts[line]
    reach = start
  }

  /// Where the next line begins, in bytes; the length of the text after the last.
  @inlinable
  public var position: Int { line < lineStarts.count ? lineStarts[line] : bytes.count }

  /// The last line of this block that was taken and is not blank, without its line end.
  public private(set) var lastContent = 0..<0

  @inlinable
  public var isAtEnd: Bool { position >= bytes.count }

  /// Begins the next block here.
  mutating func beginBlock() {
    start = position
    reach = start
    (seen.0.line, seen.1.line) = (-1, -1)
  }

  /// The byte at `offset`, which must lie in a line that was taken or peeked at.
  @inlinable
  public subscript(offset: Int) -> UInt8 {
    precondition(offset >= start && offset < reach, "a format asked for a byte of a line that it was not given")
    return bytes[offset]
  }

  /// The bytes of lines that were taken or peeked at.
  @inlinable
  public subscript(range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
    precondition(range.isEmpty || range.lowerBound >= start && range.upperBound <= reach)
    return bytes[range]
  }

  /// The first byte of a range, in lines that were taken or peeked at, that is `a`, `b` or not ASCII.
  @inlinable
  public func first(_ a: UInt8, _ b: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.isEmpty || range.lowerBound >= start && range.upperBound <= reach)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (manyA, manyB) = (UInt64(a) &* ones, UInt64(b) &* ones)
    var index = range.lowerBound
    // Compares eight bytes at a time: a byte of the difference is zero if the bytes are equal.
    while index + 8 <= range.upperBound {
      let eight = UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
      let (isA, isB) = (eight ^ manyA, eight ^ manyB)
      let found = eight | (isA &- ones) & ~isA | (isB &- ones) & ~isB
      if found & (ones << 7) != 0 { break }
      index += 8
    }
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == a || byte == b || byte >= 0x80 { return index }
      index += 1
    }
    return nil
  }

  /// The first byte of a range, in lines that were taken or peeked at, that is neither printable ASCII nor a line feed.
  @inlinable
  public func firstUnprintable(in range: Range<Int>) -> Int? {
    precondition(range.isEmpty || range.lowerBound >= start && range.upperBound <= reach)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let eight = UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
      // The high bit of a byte in `others` is clear only if the byte is a line feed, which is then made printable.
      let others = ((eight ^ ones &* 0x0A) & ~(ones << 7) &+ ones &* 0x7F) | eight
      let shown = eight | (~others & (ones << 7)) >> 2
      // The high bit of a byte is set if it is not ASCII, below the blank, or 0x7F.
      if (shown | (shown &- ones &* 0x20) | (shown &+ ones)) & (ones << 7) != 0 { break }
      index += 8
    }
    while index < range.upperBound {
      if bytes[index] < 0x20 && bytes[index] != 0x0A || bytes[index] >= 0x7F { return index }
      index += 1
    }
    return nil
  }

  /// The first byte of a range, in lines that were taken or peeked at, for which `isWanted` holds.
  @inlinable
  public func first(in range: Range<Int>, where isWanted: (UInt8) -> Bool) -> Int? {
    precondition(range.isEmpty || range.lowerBound >= start && range.upperBound <= reach)
    var index = range.lowerBound
    while index < range.upperBound {
      if isWanted(bytes[index]) { return index }
      index += 1
    }
    return nil
  }

  /// The next line without its line end; nil at the end of the text. Also nil before a conflict marker of version
  /// control, since formats never see those.
  public mutating func peek(_ ahead: Int = 0) -> Range<Int>? {
    let index = line + ahead
    // Most lines are read several times: first to find out what they are, and then to take them.
    if index == seen.0.line { return seen.0.content }
    if index == seen.1.line { return seen.1.content }
    guard index < lineStarts.count, lineStarts[index] < bytes.count else {
      reach = bytes.count + 1
      return nil
    }
    let content = contentOfLine(index)
    // One byte more than the line: an insertion directly behind its line end could change that line end.
    reach = max(reach, (index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count) + 1)
    guard conflictMark(content) == nil else { return nil }
    seen = (seen.1, (index, content))
    return content
  }

  /// The two lines that were peeked at last.
  private var seen = ((line: -1, content: 0..<0), (line: -1, content: 0..<0))

  /// Takes the next line.
  @discardableResult
  public mutating func next() -> Range<Int>? {
    guard let content = peek() else { return nil }
    line += 1
    if !isBlank(content) { lastContent = content }
    return content
  }

  /// Goes to the line that contains `offset`, which must be in a line of this block that was taken or peeked at.
  /// `reach` keeps its value.
  public mutating func seek(_ offset: Int) {
    precondition(offset >= start && offset < reach)
    while line > 0, position > offset { line -= 1 }
    while line + 1 < lineStarts.count, lineStarts[line + 1] <= offset { line += 1 }
  }

  /// Continues at the place of another cursor in the same block, which may have looked further.
  public mutating func goOn(from other: LineCursor) {
    let reach = max(reach, other.reach)
    self = other
    self.reach = reach
  }

  /// Extends `reach` by that of another cursor in the same block.
  public mutating func noteReach(of other: LineCursor) { reach = max(reach, other.reach) }

  /// Takes the blank lines that follow, since they belong to the block before them.
  public mutating func skipBlankLines() {
    while let line = peek(), isBlank(line) { next() }
  }

  /// Takes the blank lines that follow, and lines with nothing but marks of writing direction, which editors for
  /// right-to-left scripts leave between paragraphs.
  public mutating func skipUnseenLines() {
    while let line = peek(), isBlank(line) || isUnseen(line) { next() }
  }

  private func isUnseen(_ line: Range<Int>) -> Bool {
    guard bytes[line.lowerBound] >= 0x80 || bytes[line.upperBound - 1] >= 0x80 else { return false }
    return String(decoding: bytes[line.prefix(64)], as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      scalar == " " || scalar == "\t" || Sign(scalar.value) == .direction
    }
  }

  /// Whether a range holds nothing but blanks and tabs.
  @inlinable
  public func isBlank(_ range: Range<Int>) -> Bool {
    for index in range where bytes[index] != UInt8(ascii: " ") && bytes[index] != UInt8(ascii: "\t") { return false }
    return true
  }

  /// Takes a conflict marker of version control and returns its character. A conflict marker ends every block, so
  /// formats never see one.
  @discardableResult
  public mutating func nextConflict() -> UInt8? {
    guard line < lineStarts.count, let mark = conflictMark(contentOfLine(line)) else { return nil }
    reach = max(reach, (line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count) + 1)
    line += 1
    return mark
  }

  private func contentOfLine(_ index: Int) -> Range<Int> {
    bytes.withoutLineEnd(lineStarts[index]..<(index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count))
  }

  /// The character of a conflict marker: `<`, `=` or `>` seven times at the start of a line, followed by a blank or
  /// nothing.
  private func conflictMark(_ line: Range<Int>) -> UInt8? {
    guard line.count >= 7 else { return nil }
    let mark = bytes[line.lowerBound]
    guard mark == UInt8(ascii: "<") || mark == UInt8(ascii: "=") || mark == UInt8(ascii: ">") else { return nil }
    for index in line.prefix(7) where bytes[index] != mark { return nil }
    return line.count == 7 || (bytes[line.lowerBound + 7] == UInt8(ascii: " ") && mark != UInt8(ascii: "="))
      ? mark : nil
  }
}

extension Text {
  /// Reads the lines from a given one on without making blocks: to choose a format, or to write.
  public func withLines<Result>(from line: Int = 0, _ body: (inout LineCursor) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      lineStarts.withUnsafeBufferPointer { lineStarts in
        var lines = LineCursor(bytes, lineStarts, line: line)
        return body(&lines)
      }
    }
  }
}

/// Collects the description that a format gives of one block.
public struct BlockBuilder {
  public var kind = Block.Kind.prose
  /// See `Block.otherwise`; equal to `kind` unless it is set.
  public var otherwise: Block.Kind?
  public var level: UInt8 = 1
  /// See `Block.isSpeechAnyway`.
  public var isSpeechAnyway = false
  /// See `Block.continuesSpeaker`.
  public var continuesSpeaker = false
  /// See `Block.hasDoubtfulLabel`.
  public var hasDoubtfulLabel = false
  private(set) var hasFault = false
  private let start: Int
  private(set) var parts: [Part]
  /// The number of parts in the blocks before.
  private let first: Int

  init(start: Int, parts: consuming [Part]) {
    self.start = start
    self.parts = parts
    first = self.parts.count
  }

  /// Removes the parts from an offset of the text on, because the format starts reading there again.
  public mutating func removeParts(from offset: Int) {
    while parts.count > first, let last = parts.last, start + Int(last.offset) >= offset { parts.removeLast() }
  }

  /// Adds a part. `range` is in bytes of the text.
  public mutating func add(_ kind: Part.Kind, _ range: Range<Int>, _ quoting: Quoting = .none) {
    parts.append(
      Part(kind: kind, quoting: quoting, offset: Int32(range.lowerBound - start), length: Int32(range.count)))
  }

  /// Adds a fault. `range` is in bytes of the text.
  public mutating func add(_ fault: Fault, _ range: Range<Int>) {
    hasFault = true
    parts.append(
      Part(kind: .fault, fault: fault, offset: Int32(range.lowerBound - start), length: Int32(range.count)))
  }

  /// Gives the parts back. They are not copied, as there are those of all blocks.
  mutating func takeParts() -> [Part] {
    var taken: [Part] = []
    swap(&taken, &parts)
    return taken
  }
}
