import SourceText
import Transcript

/// What begins a value that may go on over lines at any column.
private let lineMarks = ByteSet("\"'[{|>*")

/// Reads one entry at the top of the front matter with all that stands below it, however deep.
struct EntryReader {
  /// The column of the keys at the top; nil before the first.
  let column: Int?
  /// Whether keys further in stand above, or items of the transcript.
  let isBelowNested: Bool

  /// Whether the value is broken, so that what follows is uncertain.
  private(set) var isBroken = false
  /// The column of the dashes, where the entry is `transcript:` and its items follow.
  private(set) var items: Int?
  /// Whether the entry has a value on the line of its key.
  private(set) var hasValue = false
  /// Whether it is a key at all: the document may be a list or a text.
  private(set) var isMapping = false
  /// Whether it has a list or keys below its own.
  private(set) var isNested = false
  /// The only item of a list that stands further in than the key.
  private(set) var onlyItem: Range<Int>?

  init(column: Int?, isBelowNested: Bool) {
    self.column = column
    self.isBelowNested = isBelowNested
  }

  mutating func read(_ lines: inout LineCursor, into block: inout BlockBuilder) {
    guard let first = lines.peek() else { return }
    let margin = lines.indent(of: first)
    let level =
      column.map { YAMLLevel(kind: .mapping, column: $0, state: .entry) }
      ?? YAMLLevel(kind: .root, column: -1, state: .value)
    var reader = YAMLReader(lines, in: [level], boundary: margin, boundsEntry: true)
    var writer = PairWriter()
    if let failure = read(&reader, &writer, into: &block) {
      isBroken = true
      var damage = Damage(failure, in: reader, &lines)
      if isBelowNested, !isNested, damage.fault == .notAnEntry, isDedented(first, &lines) {
        damage.blameLine(lines.trimmed(first))
      }
      if isBelowNested, !isNested, damage.fault == .colonMissing, !lines.isKeyOfItem(damage.range) {
        // Below a list, a line without a colon is rather text.
        damage.blameLine(lines.trimmed(first))
      }
      writer.damage(damage, lines, into: &block)
      // What stands further in belongs to what is broken.
      while let line = lines.peekContent(), lines.indent(of: line) > margin {
        lines.skipBlankLines()
        lines.next()
      }
    } else {
      lines = reader.lines
    }
  }

  /// Whether the key is rather one of those above that has lost its indent: an item of the transcript has such a key, or
  /// more than one key stands below it.
  private func isDedented(_ first: Range<Int>, _ lines: inout LineCursor) -> Bool {
    let content = lines.trimmed(first)
    if let key = lines.key(at: content), lines.isKeyOfItem(key) { return true }
    guard let next = lines.peekContent() else { return false }
    return lines.indent(of: next) > lines.indent(of: first) && lines.key(at: lines.trimmed(next)) != nil
  }

  private mutating func read(
    _ reader: inout YAMLReader, _ writer: inout PairWriter, into block: inout BlockBuilder
  ) -> YAMLFailure? {
    var flow = 0
    var depth = reader.depth
    var isFirst = true
    while true {
      switch reader.next() {
      case .key where flow > 0, .value where flow > 0:
        writer.inner(reader.node, reader.lines, into: &block)
      case .key:
        writer.key(
          reader.node, as: .value, emptyAt: reader.line.upperBound, isBelow: reader.depth > depth, reader.lines,
          into: &block)
        depth = reader.depth
        if isFirst, reader.lines.isKey(reader.node, "transcript"), let list = reader.listBelow() {
          items = list.dash
          isMapping = true
          let rest = reader.takeRest()
          if list.isBehindValue {
            isBroken = true
            block.add(.valueBeforeList, rest)
          } else if let first = rest.first, reader.lines[first] == UInt8(ascii: "#") {
            writer.comment(rest, reader.lines, into: &block)
          }
          writer.finish(reader.lines, into: &block, isBelow: true)
          return nil
        }
        isNested = isNested || !isFirst
        isFirst = false
      case .value:
        writer.value(reader.node, otherwise: .value, reader.lines, into: &block)
        hasValue = hasValue || !isNested
      case .open: flow += 1
      case .close:
        flow -= 1
        if flow == 0 { writer.value(reader.node, otherwise: .value, reader.lines, into: &block) }
        hasValue = hasValue || !isNested
      case .dash(let mark):
        writer.finish(reader.lines, into: &block, isBelow: true)
        let isFurtherIn = mark - reader.lineStart > reader.boundary
        onlyItem = isNested || !isFurtherIn ? nil : reader.lines.trimmed(mark..<reader.line.upperBound)
        isNested = true
      case .comment(let range): writer.comment(range, reader.lines, into: &block)
      case .failure(let failure): return failure
      case .end:
        writer.finish(reader.lines, into: &block)
        isMapping = reader.levels.contains { $0.kind == .mapping && $0.column == reader.boundary }
        return nil
      }
    }
  }
}

extension YAMLReader {
  /// How many lines below `transcript:` may be broken before the first item that is not.
  private static let longestSearch = 64

  /// The column of the dashes below `transcript:`, and whether a value stands before them by mistake; nil where something
  /// else is below.
  fileprivate mutating func listBelow() -> (dash: Int, isBehindValue: Bool)? {
    let rest = lines.trimmed(index..<line.upperBound)
    var isEmpty = true
    if let first = rest.first, lines[first] != UInt8(ascii: "#") {
      switch lines[first] {
      // A tag or the name of the list.
      case UInt8(ascii: "&"), UInt8(ascii: "!"): if lines[rest].contains(UInt8(ascii: " ")) { return nil }
      case let mark where lineMarks.contains(mark): return nil
      default: isEmpty = false
      }
    }
    var ahead = 0
    // The first items may be broken, so that no dash stands there.
    for _ in 0..<Self.longestSearch {
      guard let line = lines.peek(ahead), !lines.isFence(line) else { return nil }
      ahead += 1
      let content = lines.trimmed(line)
      let column = lines.indent(of: line)
      if content.isEmpty || lines[content.lowerBound] == UInt8(ascii: "#") { continue }
      guard lines.isDash(content) else {
        if column <= boundary, let key = lines.key(at: content), !lines.isKeyOfItem(key), lines.isName(key) {
          return nil
        }
        continue
      }
      guard column >= boundary, column <= FrontMatterPlace.deepest else { return nil }
      let entry = lines.trimmed(content.dropFirst())
      let isItem = lines.key(at: entry).map(lines.isKeyOfItem) ?? false
      return isItem || isEmpty && ahead == 1 ? (column, !isEmpty) : nil
    }
    return nil
  }

  /// Takes what is left of the line.
  fileprivate mutating func takeRest() -> Range<Int> {
    let rest = lines.trimmed(index..<line.upperBound)
    index = line.upperBound
    return rest
  }
}
