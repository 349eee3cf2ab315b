import SourceText
import Transcript

/// Reads the front matter one entry at a time: a key at the top with all below it, or an item of `transcript:`.
///
/// An error is reported where it was made, which is rarely where a YAML parser stumbles over it, and once: after it
/// nothing is said until a line is an entry for certain.
struct FrontMatterReader {
  /// The mode behind the closing `---`.
  let body: Mode

  func read(_ lines: inout LineCursor, at place: FrontMatterPlace, into block: inout BlockBuilder) -> Mode {
    let start = lines.position
    let mode = readEntry(&lines, at: place, into: &block)
    if block.kind != .prose, let character = lines.controlCharacter(in: start..<lines.position) {
      block.add(.controlCharacter, character)
    }
    return mode
  }

  private func readEntry(
    _ lines: inout LineCursor, at place: FrontMatterPlace, into block: inout BlockBuilder
  ) -> Mode {
    block.kind = .metadata
    guard let line = lines.peek() else { return Mode(place) }
    var place = place
    let content = lines.trimmed(line)
    if content.isEmpty || lines[content.lowerBound] == UInt8(ascii: "#") {
      if !content.isEmpty {
        if let separator = lines.separatorInComment(content) { block.add(.lineSeparator, separator) }
        if let tab = lines.first(in: line.lowerBound..<content.lowerBound, where: { $0 == UInt8(ascii: "\t") }) {
          block.add(.tabIndent, tab..<(tab + 1))
        }
        block.add(.comment, content)
      }
      lines.next()
      skipBlankLines(&lines, into: &block)
      return Mode(place)
    }
    if lines.isFence(line) {
      lines.next()
      lines.skipBlankLines()
      return body
    }
    if lines.isGluedFence(line) { return endWithoutFence(&lines, into: &block) }
    if lines.isBrokenFence(line), isNeverClosed(&lines, &place) { return endWithoutFence(&lines, into: &block) }
    let wasLost = place.isLost
    if wasLost, !isFoothold(line, &lines, place) {
      takeLost(&lines, place)
      return Mode(place)
    }
    place.isLost = false
    let column = lines.indent(of: line)
    if let dash = place.dash, lines.isDash(content), column == dash || isMisplacedItem(content, &lines, place) {
      readItem(&lines, content, column, &place, wasLost || column == dash && place.isAmongItems, into: &block)
    } else if column == place.column ?? column, lines[content.lowerBound] == lines[line.lowerBound + column] {
      let key = lines.key(at: content)
      let mayBeBody = key.map { isEmpty(behind: $0, in: line, &lines) } ?? true
      if mayBeBody, isNeverClosed(&lines, &place) { return endWithoutFence(&lines, into: &block) }
      readEntry(&lines, content, &place, into: &block)
    } else {
      if isNeverClosed(&lines, &place) { return endWithoutFence(&lines, into: &block) }
      let tab = content.lowerBound > line.lowerBound + column
      block.add(tab ? .tabIndent : .notAnEntry, tab ? line.lowerBound..<content.lowerBound : content)
      lines.next()
      lines.skipBlankLines()
      loseTrack(&lines, &place)
    }
    skipBlankLines(&lines, into: &block)
    return Mode(place)
  }

  /// Takes the blank lines that follow. Where no value goes on over them, no tab may stand in them.
  func skipBlankLines(_ lines: inout LineCursor, into block: inout BlockBuilder) {
    var isReported = false
    while let line = lines.peek(), lines.isBlank(line) {
      if !isReported, let tab = lines.first(in: line, where: { $0 == UInt8(ascii: "\t") }) {
        block.add(.tabIndent, tab..<(tab + 1))
        isReported = true
      }
      lines.next()
    }
  }

  private func readItem(
    _ lines: inout LineCursor, _ content: Range<Int>, _ dash: Int, _ place: inout FrontMatterPlace, _ isExpected: Bool,
    into block: inout BlockBuilder
  ) {
    if !isExpected { block.add(.notAnEntry, content) }
    var item = ItemReader(column: min(dash, place.column ?? 0), dash: dash)
    item.read(&lines, into: &block)
    place.isAmongItems = true
    // Where the next item stands in the same column, that is the column of the list.
    if dash != place.dash, let next = lines.peekContent(), lines.indent(of: next) == dash { place.dash = dash }
    if item.isBroken { loseTrack(&lines, &place) }
  }

  /// Whether an item of the transcript stands in another column than the first.
  private func isMisplacedItem(_ content: Range<Int>, _ lines: inout LineCursor, _ place: FrontMatterPlace) -> Bool {
    place.isAmongItems && lines.key(at: lines.trimmed(content.dropFirst())).map(lines.isKeyOfItem) ?? false
  }

  private func readEntry(
    _ lines: inout LineCursor, _ content: Range<Int>, _ place: inout FrontMatterPlace,
    into block: inout BlockBuilder
  ) {
    let column = lines.indent(of: lines.peek() ?? 0..<0)
    var entry = EntryReader(column: place.column, isBelowNested: place.isAmongItems || place.isBelowNested)
    entry.read(&lines, into: &block)
    if place.column == nil, !entry.isBroken, let next = lines.peekEntry(), !lines.isFence(next),
      lines.indent(of: next) < column || !entry.isMapping
    {
      // The first key stands further in than the others, or is none.
      block.add(.notAnEntry, content)
      place.column = lines.indent(of: next)
      return
    }
    place.column = column
    place.isBelowNested = entry.isNested
    if let dash = entry.items {
      place.dash = dash
      place.isAmongItems = true
      return
    }
    if entry.isBroken { return loseTrack(&lines, &place) }
    place.isAmongItems = false
    // No list can begin here: the entry has its value.
    guard let next = lines.peekContent(), lines.isDash(lines.trimmed(next)), lines.indent(of: next) == column else {
      return
    }
    if let item = entry.onlyItem, !isDashFurtherIn(&lines, than: column) {
      block.add(.notAnEntry, item)
    } else if entry.hasValue {
      block.add(.valueBeforeList, content)
    } else {
      return
    }
    let inside = lines.trimmed(lines.trimmed(next).dropFirst())
    let isItem = column == place.dash && lines.key(at: inside).map(lines.isKeyOfItem) ?? false
    (place.isAmongItems, place.isLost) = (isItem, !isItem)
  }

  /// Whether the line behind the next is a dash that stands further in than `column`.
  private func isDashFurtherIn(_ lines: inout LineCursor, than column: Int) -> Bool {
    var ahead = 0
    while let line = lines.peek(ahead), lines.isBlank(line) { ahead += 1 }
    guard let line = lines.peek(ahead + 1) else { return false }
    return lines.indent(of: line) > column && lines.isDash(lines.trimmed(line))
  }

  // MARK: - Behind an error

  private func loseTrack(_ lines: inout LineCursor, _ place: inout FrontMatterPlace) {
    place.isLost = lines.peekContent().map { !isFoothold($0, &lines, place) } ?? false
  }

  /// Whether a line is an entry for certain, also behind an error: an item with a key, a key that no name of a speaker
  /// can be, or any key with more of the front matter right below it.
  private func isFoothold(_ line: Range<Int>, _ lines: inout LineCursor, _ place: FrontMatterPlace) -> Bool {
    if lines.isFence(line) { return true }
    let content = lines.trimmed(line)
    let column = lines.indent(of: line)
    if let dash = place.dash, column == dash, lines.isDash(content) {
      let entry = lines.trimmed(content.dropFirst())
      return entry.isEmpty || lines[entry.lowerBound] == UInt8(ascii: "{") || lines.key(at: entry) != nil
    }
    guard column == place.column ?? 0, let key = lines.key(at: content), lines.isName(key) else { return false }
    var ahead = 0
    while let next = lines.peek(ahead), next.lowerBound <= line.lowerBound { ahead += 1 }
    let isLower = (0x61...0x7A).contains(lines[key.lowerBound])
    guard let next = lines.peek(ahead), !lines.isBlank(next) else { return isLower }
    let isEmpty = lines.trimmed(key.upperBound..<line.upperBound).count <= 1
    let below = lines.trimmed(next)
    // Neither a list nor keys can stand below a value: this is rather a part of what was lost.
    if !isEmpty, lines.isDash(below) || lines.indent(of: next) > column && lines.key(at: below) != nil { return false }
    return isLower || lines.indent(of: next) > column || lines.isStructure(next)
  }

  /// Takes the lines up to the next that is blank or an entry for certain.
  private func takeLost(_ lines: inout LineCursor, _ place: FrontMatterPlace) {
    repeat {
      lines.next()
    } while lines.peek().map { !lines.isBlank($0) && !isFoothold($0, &lines, place) } ?? false
    lines.skipBlankLines()
  }

  // MARK: - Where the closing line was lost

  /// Whether a key has nothing behind it and a line of Markdown below it, such as `Links:` above a list with asterisks.
  private func isEmpty(behind key: Range<Int>, in line: Range<Int>, _ lines: inout LineCursor) -> Bool {
    guard lines.trimmed(key.upperBound..<line.upperBound).count <= 1 else { return false }
    var ahead = 1
    while let next = lines.peek(ahead), lines.isBlank(next) { ahead += 1 }
    return lines.peek(ahead).map { lines.indent(of: $0) == 0 && !lines.isStructure($0) } ?? false
  }

  /// Whether no closing line follows. It is looked for once: where one was found, the place remembers it.
  private func isNeverClosed(_ lines: inout LineCursor, _ place: inout FrontMatterPlace) -> Bool {
    if place.isClosed { return false }
    var ahead = 0
    while let line = lines.peek(ahead) {
      if lines.isFence(line) || lines.isGluedFence(line) {
        place.isClosed = true
        return false
      }
      ahead += 1
    }
    return true
  }

  private func endWithoutFence(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Mode {
    block.kind = .prose
    lines.next()
    block.add(.frontMatterNotClosed, lines.trimmed(lines.lastContent))
    lines.skipBlankLines()
    return body
  }
}
