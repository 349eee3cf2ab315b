import SourceText
import Transcript

/// Reads the YAML of one block of front matter as libyaml does, up to the first place that it would refuse.
///
/// It follows libyaml's scanner and parser rule by rule, since that is what site generators read with: the columns that
/// open and close block collections, the places where a key may stand, the length of a key (1024 characters on one
/// line), what a plain scalar may hold. It differs in two points. It begins in the midst of a document, with the
/// collections that are open there, and ends where a line stands no further in than `boundary`. And a quoted scalar or a
/// bracket that goes on over more than `patience` such lines that look like entries counts as never closed, so that the
/// work for a lost quote is bounded.
///
/// The reader is large. What is asked of it for each token is inlined, as it would be copied for the call.
struct YAMLReader {
  enum Event {
    /// `node` is a key.
    case key
    /// `node` is a value.
    case value
    case dash(Int)
    /// A flow collection begins.
    case open(Int)
    /// `node` is a flow collection, which ends.
    case close
    case comment(Range<Int>)
    case failure(YAMLFailure)
    case end
  }

  static let patience = 16
  /// How deep collections may stand in each other (`MAX_NESTING_LEVEL`).
  static let deepest = 1_000

  var lines: LineCursor
  /// The rightmost column that ends the block.
  let boundary: Int
  /// Whether the block is an entry, whose list may have its dashes in the column of the key; an item of a list otherwise.
  let boundsEntry: Bool
  var levels: [YAMLLevel]

  /// The line that is being read, and the place in it.
  var line: Range<Int>
  var index: Int
  /// Where column 0 is: at the beginning of the line, unless a line separator of Unicode stands in it.
  var lineStart: Int
  /// Whether a key without a question mark may begin here (`simple_key_allowed`).
  var allowsKey = true
  /// The tag or anchor that waits for its node.
  var properties: (start: YAMLStart, range: Range<Int>, hasAnchor: Bool, hasTag: Bool)?
  /// The last key or value, which stays here instead of being handed on: it is large, and there are many.
  private(set) var node = YAMLNode(range: 0..<0, quoting: .plain, source: 0..<0)
  /// Where it began.
  private(set) var lastStart = YAMLStart()
  /// Whether it is a value, and no key has been read behind it.
  private var endsWithValue = false
  /// The outermost collection that a line closed by standing further left, and that line.
  private(set) var closed: (level: YAMLLevel, line: Int)?
  /// The last line separator of Unicode.
  var separator = 0..<0
  /// Where the last quoted scalar opened.
  var openQuote = 0
  /// How many lines no further in than `boundary` that look like entries were taken inside quotes or brackets.
  var linesOutside = 0
  /// Comments that end before this offset have something of this block below them.
  var commentsEnd = 0
  var isEnded = false
  private(set) var hasFailed = false

  /// Reads from the next line on.
  init(_ lines: LineCursor, in levels: [YAMLLevel], boundary: Int, boundsEntry: Bool) {
    self.lines = lines
    self.levels = levels
    self.boundary = boundary
    self.boundsEntry = boundsEntry
    line = self.lines.next() ?? 0..<0
    index = line.lowerBound
    lineStart = line.lowerBound
  }

  /// The value that was read last; nil behind a key.
  var lastValue: YAMLNode? { endsWithValue ? node : nil }

  /// How many collections are open.
  var depth: Int { levels.count }
  var isInFlow: Bool { levels[levels.count - 1].isFlow }
  var column: Int { index - lineStart }
  /// The column of the innermost block collection.
  var indent: Int { levels[levels.count - 1].column }

  mutating func next() -> Event {
    while !isEnded {
      if let event = skipToToken() { return event }
      if let start = properties?.start, start.line != lineStart {
        if start.mustBeKey { return fail(.noColon, start.offset..<index) }
        properties?.start.mayBeKey = false
      }
      if !isInFlow { close(upTo: column) }
      let byte = lines[index]
      if byte < 0x80, !indicators.contains(byte) { return readPlain() }
      if let event = readIndicator(byte) { return event }
    }
    return .end
  }

  /// Closes the block collections further in than `column`.
  private mutating func close(upTo column: Int) {
    while levels.count > 1, levels[levels.count - 1].column > column {
      closed = (levels.removeLast(), lineStart)
    }
  }

  /// Reads what begins with a mark of YAML; nil where that says nothing by itself.
  private mutating func readIndicator(_ byte: UInt8) -> Event? {
    let isBeforeBlank = isBlankOrEnd(index + 1)
    if column == 0 {
      if byte == UInt8(ascii: "%") { return fail(.badStart, index..<(index + 1)) }
      if lines.isDocumentMark(index..<line.upperBound) { return fail(.unexpected, index..<(index + 3)) }
    }
    switch byte {
    case UInt8(ascii: "["): return open(.flowSequence)
    case UInt8(ascii: "{"): return open(.flowMapping)
    case UInt8(ascii: "]"): return close(.flowSequence)
    case UInt8(ascii: "}"): return close(.flowMapping)
    case UInt8(ascii: ","): return readComma()
    case UInt8(ascii: "-") where isBeforeBlank: return readDash()
    case UInt8(ascii: "?") where isInFlow || isBeforeBlank: return readQuestionMark()
    case UInt8(ascii: ":") where isInFlow || isBeforeBlank: return readColon()
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"): return readProperty(byte)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return isInFlow ? fail(.badStart, index..<(index + 1)) : readBlockScalar()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return readQuoted(byte)
    case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "\t"):
      return fail(byte == UInt8(ascii: "\t") ? .tab : .badStart, index..<(index + 1))
    default: return readPlain()
    }
  }

  // MARK: - Marks of structure

  private mutating func readDash() -> Event {
    let mark = index..<(index + 1)
    // In brackets a dash is a token that nothing expects.
    guard !isInFlow, allowsKey else { return fail(.unexpected, mark) }
    let top = levels.count - 1
    switch levels[top].kind {
    case _ where levels[top].column < column:
      guard push(.sequence, .value) else { return fail(.unexpected, mark) }
    case .sequence, .indentlessSequence:
      levels[top].state = .value
      properties = nil
    case .mapping where levels[top].takesNode:
      guard push(.indentlessSequence, .value) else { return fail(.unexpected, mark) }
    default: return fail(.unexpected, mark)
    }
    index += 1
    return .dash(mark.lowerBound)
  }

  private mutating func readQuestionMark() -> Event? {
    let mark = index..<(index + 1)
    if isInFlow {
      guard levels[levels.count - 1].state == .entry else { return fail(.unexpected, mark) }
      levels[levels.count - 1].state = .explicitKey
      allowsKey = false
    } else {
      guard allowsKey, enterMapping(.explicitKey) else { return fail(.unexpected, mark) }
    }
    index += 1
    return nil
  }

  /// A colon that no key stands before on its line.
  private mutating func readColon() -> Event? {
    let mark = index..<(index + 1)
    let top = levels.count - 1
    if let start = properties?.start, start.mayBeKey {
      // A key that is nothing but a tag or an anchor.
      endsWithValue = false
      return finish(index..<index, .other, from: mark, start)
    }
    if properties != nil { finishEmptyNode() }
    if isInFlow {
      switch (levels[top].kind, levels[top].state) {
      case (_, .colon): levels[top].state = .value
      case (.flowMapping, .explicitKey): levels[top].state = .value
      // libyaml takes the colon for the empty key.
      case (.flowSequence, .explicitKey): levels[top].state = .colon
      default: return fail(.colon, mark)
      }
      allowsKey = false
    } else {
      guard allowsKey else { return fail(.colon, mark) }
      while levels[levels.count - 1].kind == .indentlessSequence, indent == column { levels.removeLast() }
      guard indent == column, levels[levels.count - 1].kind == .mapping else { return fail(.colon, mark) }
      switch levels[levels.count - 1].state {
      case .colon, .explicitKey: levels[levels.count - 1].state = .value
      default: return fail(.colon, mark)
      }
    }
    index += 1
    return nil
  }

  private mutating func readComma() -> Event? {
    let mark = index..<(index + 1)
    if properties != nil { finishEmptyNode() }
    let top = levels.count - 1
    switch (levels[top].kind, levels[top].state) {
    case (.flowMapping, .separator), (.flowMapping, .value), (.flowMapping, .colon), (.flowMapping, .explicitKey),
      (.flowSequence, .separator), (.flowSequence, .value), (.flowSequence, .colon):
      levels[top].state = .entry
    // libyaml takes the comma for the empty key.
    case (.flowSequence, .explicitKey): levels[top].state = .colon
    case (.flowMapping, _), (.flowSequence, _): return fail(.unexpected, mark)
    default: return fail(.badStart, mark)
    }
    allowsKey = true
    index += 1
    return nil
  }

  private mutating func open(_ kind: YAMLLevel.Kind) -> Event {
    let start = nodeStart()
    guard levels.count < Self.deepest, start.mayBeKey || levels[levels.count - 1].takesNode else {
      return fail(.unexpected, index..<(index + 1))
    }
    levels.append(YAMLLevel(kind: kind, column: indent, state: .entry, start: start, bracket: index))
    properties = nil
    allowsKey = true
    index += 1
    return .open(index - 1)
  }

  private mutating func close(_ kind: YAMLLevel.Kind) -> Event {
    let mark = index..<(index + 1)
    if properties != nil, isInFlow { finishEmptyNode() }
    let top = levels[levels.count - 1]
    guard top.isFlow else { return fail(.badStart, mark) }
    guard top.kind == kind else { return fail(.unexpected, mark) }
    levels.removeLast()
    allowsKey = false
    index += 1
    let source = top.bracket..<index
    return finish(source, .other, from: source, top.start, isCollection: true)
  }

  // MARK: - Nodes

  /// Where the node here begins: with its properties, if it has some.
  @inline(__always)
  func nodeStart() -> YAMLStart {
    if let start = properties?.start, start.line == lineStart { return start }
    return YAMLStart(
      offset: index, line: lineStart, column: column, mayBeKey: allowsKey,
      mustBeKey: allowsKey && !isInFlow && indent == column)
  }

  /// Decides what a node is, now that what follows it can be seen: a key before a colon, a value otherwise.
  ///
  /// - Parameters:
  ///   - range: without its quotes.
  ///   - source: with its quotes.
  mutating func finish(
    _ range: Range<Int>, _ quoting: Quoting, from source: Range<Int>, _ start: YAMLStart, isCollection: Bool = false
  ) -> Event {
    let properties = properties?.range
    self.properties = nil
    skipBlanks()
    let isBeforeColon =
      index < line.upperBound && lines[index] == UInt8(ascii: ":") && (isInFlow || isBlankOrEnd(index + 1))
    if isBeforeColon, start.mayBeKey, start.line == lineStart, isShort(start.offset..<index) {
      guard enterKey(at: start) else { return fail(.unexpected, source) }
      keep(range, quoting, source, properties, start)
      endsWithValue = false
      allowsKey = false
      index += 1
      return .key
    }
    if start.mustBeKey, !isBeforeColon { return fail(.noColon, source) }
    guard start.mustBeKey || levels[levels.count - 1].takesNode else { return fail(.unexpected, source) }
    keep(range, quoting, source, properties, start)
    if index < line.upperBound, lines[index] == UInt8(ascii: "#") {
      node.comment = takeComment()
    }
    if start.mustBeKey { return fail(.colon, index..<(index + 1)) }
    let isKey = levels[levels.count - 1].state == .explicitKey
    levels[levels.count - 1].take()
    return isCollection ? .close : isKey ? .key : .value
  }

  private mutating func keep(
    _ range: Range<Int>, _ quoting: Quoting, _ source: Range<Int>, _ properties: Range<Int>?, _ start: YAMLStart
  ) {
    node.range = range
    node.quoting = quoting
    node.source = source
    node.properties = properties
    node.comment = nil
    lastStart = start
    endsWithValue = true
  }

  /// Keeps a block scalar.
  mutating func finishBlock(_ source: Range<Int>) -> Event {
    properties = nil
    levels[levels.count - 1].take()
    keep(source, .other, source, nil, lastStart)
    return .value
  }

  /// A tag or an anchor without anything behind it.
  mutating func finishEmptyNode() {
    properties = nil
    if levels[levels.count - 1].takesNode { levels[levels.count - 1].take() }
  }

  /// Opens a collection in this column, as the node that is expected.
  private mutating func push(_ kind: YAMLLevel.Kind, _ state: YAMLLevel.State) -> Bool {
    guard levels[levels.count - 1].takesNode, levels.count < Self.deepest else { return false }
    levels[levels.count - 1].take()
    levels.append(YAMLLevel(kind: kind, column: column, state: state))
    properties = nil
    return true
  }

  /// Goes to the mapping whose keys stand in this column, and opens it where there is none.
  private mutating func enterMapping(_ state: YAMLLevel.State) -> Bool {
    if indent < column {
      guard push(.mapping, state) else { return false }
      levels[levels.count - 1].firstKey = index
    } else {
      if levels[levels.count - 1].kind == .indentlessSequence { levels.removeLast() }
      guard levels[levels.count - 1].kind == .mapping else { return false }
      properties = nil
      levels[levels.count - 1].state = state
    }
    levels[levels.count - 1].keyCount += 1
    return true
  }

  private mutating func enterKey(at start: YAMLStart) -> Bool {
    let top = levels.count - 1
    if isInFlow {
      guard levels[top].state == .entry else { return false }
      levels[top].state = .value
      return true
    }
    if indent < start.column {
      guard levels[top].takesNode, levels.count < Self.deepest else { return false }
      levels[top].take()
      levels.append(YAMLLevel(kind: .mapping, column: start.column, state: .value, firstKey: start.offset, keyCount: 1))
      return true
    }
    if levels[top].kind == .indentlessSequence { levels.removeLast() }
    guard levels[levels.count - 1].kind == .mapping else { return false }
    levels[levels.count - 1].state = .value
    levels[levels.count - 1].keyCount += 1
    return true
  }

  /// Whether a stretch has no more characters than a key may have.
  @inline(__always)
  private func isShort(_ range: Range<Int>) -> Bool {
    range.count <= 1_024 || lines[range].count { $0 & 0xC0 != 0x80 } <= 1_024
  }

  mutating func fail(_ kind: YAMLFailure.Kind, _ range: Range<Int>) -> Event {
    isEnded = true
    hasFailed = true
    return .failure(YAMLFailure(kind: kind, range: range))
  }
}

private let indicators = ByteSet("-?:,[]{}#&*!|>'\"%@`.\t")
