import SourceText
import Transcript

private let otherMarks = ByteSet("?&*![{|>#")

/// Reads one item of `transcript:`, a segment or a header, with the keys `line`, `sec`, `time`, `who` and `header`, in
/// block or flow style.
struct ItemReader {
  /// The column of the keys at the top, and of the dashes of the list.
  let column: Int
  let dash: Int

  private var writer = PairWriter()
  /// How many collections are open around the keys of the item; nil before its first key.
  private var depth: Int?
  /// The column of its keys, in block style.
  private var keys: Int?
  /// Its keys so far, one bit for each.
  private var seen: ItemKeys = []
  private var isText = false
  /// Whether the last line could not be read.
  private(set) var isBroken = false

  init(column: Int, dash: Int) {
    self.column = column
    self.dash = dash
  }

  mutating func read(_ lines: inout LineCursor, into block: inout BlockBuilder) {
    if let keys = TidyItem.read(&lines, dash: dash, into: &block) {
      seen = keys
    } else {
      readAny(&lines, into: &block)
    }
    block.kind =
      isText || seen.contains(ItemKeys(.line))
      ? .segment
      : seen.contains(ItemKeys(.header)) ? .header : seen.isEmpty ? .metadata : .segment
  }

  /// Reads the item however it is written.
  private mutating func readAny(_ lines: inout LineCursor, into block: inout BlockBuilder) {
    var attempts = 0
    repeat {
      attempts += 1
      isBroken = false
      var reader = YAMLReader(lines, in: levels, boundary: dash, boundsEntry: false)
      if let failure = read(&reader, into: &block) {
        let damage = Damage(failure, in: reader, &lines)
        writer.damage(damage, lines, into: &block)
        if damage.isMisaligned { keys = nil }
        isBroken = true
      } else {
        lines = reader.lines
      }
    } while isGoingOn(attempts, &lines, into: &block)
  }

  /// Goes on behind what is broken. An item with so many slips is something else, and its lines are left alone.
  private mutating func isGoingOn(_ attempts: Int, _ lines: inout LineCursor, into block: inout BlockBuilder) -> Bool {
    if attempts >= Self.mostAttempts {
      _ = lines.takeDeeper(than: dash, after: lines.lastContent)
      return false
    }
    if isBroken, findKey(&lines, into: &block) { return true }
    return takeLostIndent(&lines, into: &block) && findKey(&lines, into: &block)
  }

  private static let mostAttempts = 8

  /// The collections that are open where the item begins or goes on.
  private var levels: [YAMLLevel] {
    let list = YAMLLevel(kind: dash > column ? .sequence : .indentlessSequence, column: dash, state: .entry)
    var levels: [YAMLLevel] = []
    levels.reserveCapacity(6)
    levels.append(YAMLLevel(kind: .mapping, column: column, state: .entry))
    levels.append(list)
    if let keys { levels.append(YAMLLevel(kind: .mapping, column: keys, state: .entry)) }
    return levels
  }

  private mutating func read(_ reader: inout YAMLReader, into block: inout BlockBuilder) -> YAMLFailure? {
    let base = 2
    while true {
      switch reader.next() {
      case .key:
        if depth == nil, reader.depth == base + 1, reader.levels[base].isMapping {
          depth = reader.depth
          if !reader.isInFlow { keys = reader.indent }
        }
        if reader.depth == depth {
          readKey(&reader, into: &block)
        } else {
          if !reader.isInFlow { writer.finish(reader.lines, into: &block, isBelow: true) }
          writer.inner(reader.node, reader.lines, into: &block)
        }
      case .value, .close:
        if reader.depth == depth {
          writer.value(reader.node, otherwise: .value, reader.lines, into: &block)
        } else if depth == nil, reader.depth == base {
          // An item that is a text and no mapping.
          isText = reader.node.quoting != .other
          writer.value(reader.node, otherwise: isText ? .words : .value, reader.lines, into: &block)
        } else {
          writer.inner(reader.node, reader.lines, into: &block)
        }
      case .dash: writer.finish(reader.lines, into: &block, isBelow: true)
      case .open: break
      case .comment(let range): writer.comment(range, reader.lines, into: &block)
      case .failure(let failure): return failure
      case .end:
        writer.finish(reader.lines, into: &block)
        return nil
      }
    }
  }

  private mutating func readKey(_ reader: inout YAMLReader, into block: inout BlockBuilder) {
    let key = reader.lines.itemKey(reader.node)
    if let key { seen.insert(ItemKeys(key)) }
    writer.key(
      reader.node, as: key?.kind ?? .value, emptyAt: reader.isInFlow ? reader.index : reader.line.upperBound,
      reader.lines,
      into: &block)
  }

  /// Takes lines behind the item that are a part of it and have lost their indent: a key that it still lacks, or text that
  /// was wrapped, where keys of the item or the next item follow.
  private mutating func takeLostIndent(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Bool {
    guard keys != nil, let first = lines.peekContent(), isLost(first, lines) else { return false }
    var ahead = 0
    for _ in 0..<Self.longestWrap {
      guard let line = lines.peek(ahead) else { return false }
      ahead += 1
      if lines.isBlank(line) { continue }
      if isLost(line, lines) { continue }
      let indent = lines.indent(of: line)
      let content = lines.trimmed(line)
      let isNextItem = indent == dash && lines.isDash(content)
      let isKey = indent == keys && lines.key(at: content).map(lines.isName) ?? false
      if indent > dash, !isKey { continue }
      guard isNextItem || isKey else { return false }
      if !isBroken { block.add(.notAnEntry, lines.trimmed(first)) }
      isBroken = true
      for _ in 1..<ahead { lines.next() }
      return true
    }
    return false
  }

  private static let longestWrap = 24

  /// Whether a line no further in than the dash is text, or a key that the item lacks.
  private func isLost(_ line: Range<Int>, _ lines: LineCursor) -> Bool {
    let content = lines.trimmed(line)
    guard !lines.isDash(content), !lines.isDocumentMark(line), !lines.isGluedFence(line), !lines.isBrokenFence(line),
      lines.indent(of: line) <= dash,
      lines[content.lowerBound] != UInt8(ascii: "#"), lines[content.lowerBound] != UInt8(ascii: "\t")
    else { return false }
    // What YAML has besides keys and texts may well stand there.
    if otherMarks.contains(lines[content.lowerBound]) { return false }
    guard let key = lines.key(at: content) else { return true }
    guard let known = lines.itemKey(key) else { return !lines.isName(key) }
    // Below a key without a value, lists and keys may follow; only where there is a value they cannot.
    let value = lines.trimmed(key.upperBound..<content.upperBound)
    let text = lines.trimmed(value.dropFirst())
    return !seen.contains(ItemKeys(known)) && !text.isEmpty && !otherMarks.contains(lines[text.lowerBound])
  }

  /// Goes on to the next line of the item that is an entry of it for certain. What stands before it follows from what
  /// was reported.
  private mutating func findKey(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Bool {
    while let line = lines.peekContent() {
      let indent = lines.indent(of: line)
      let content = line.dropFirst(indent)
      guard indent > dash || lines[content.lowerBound] == UInt8(ascii: "\t"), !lines.isWord(content, "---") else {
        return false
      }
      lines.skipBlankLines()
      if lines[content.lowerBound] == UInt8(ascii: "#") {
        block.add(.comment, lines.trimmed(content))
      } else if let key = lines.key(at: content), lines.isName(key), keys == nil || keys == indent {
        keys = indent
        depth = 3
        return true
      }
      lines.next()
    }
    return false
  }
}

/// Which keys an item has.
struct ItemKeys: OptionSet {
  /// How many there are.
  static let count = 5

  var rawValue: UInt8 = 0
  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ key: ItemKey) {
    switch key {
    case .line: rawValue = 1
    case .sec: rawValue = 2
    case .time: rawValue = 4
    case .who: rawValue = 8
    case .header: rawValue = 16
    }
  }
}

extension LineCursor {
  fileprivate func itemKey(_ node: YAMLNode) -> ItemKey? {
    if node.quoting == .double, self[node.range].contains(UInt8(ascii: "\\")) {
      return ItemKey(rawValue: Scalar.decode(String(decoding: self[node.range], as: UTF8.self), .double))
    }
    return itemKey(node.range)
  }

  /// The key that a stretch spells.
  func itemKey(_ range: Range<Int>) -> ItemKey? {
    switch range.count {
    case 3: isWord(range, "who") ? .who : isWord(range, "sec") ? .sec : nil
    case 4: isWord(range, "line") ? .line : isWord(range, "time") ? .time : nil
    case 6: isWord(range, "header") ? .header : nil
    default: nil
    }
  }

  func isKeyOfItem(_ range: Range<Int>) -> Bool { itemKey(range) != nil }
}
