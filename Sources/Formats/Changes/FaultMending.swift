import SourceText
import Transcript

/// Puts a slip at YAML right: in a value, at a key, or at the lines around front matter.
struct FaultMending {
  private let reading: Reading
  private let block: Int
  private let fault: Range<Int>
  private let part: Part
  /// The value in which the slip is, without its quotes.
  private let value: (range: Range<Int>, quoting: Quoting)?

  /// - Parameter part: the fault, or a value or a key that is none but stands in the wrong way.
  init(_ reading: Reading, _ block: Int, _ part: Part) {
    (self.reading, self.block, self.part) = (reading, block, part)
    fault = reading.range(of: part, in: block)
    let isValue = { (kind: Part.Kind) in ![.fault, .key, .comment].contains(kind) }
    let parts = reading.blocks.parts(of: block)
    // A format notes most faults of a value before the value itself, and behind it those of what it says.
    let value =
      isValue(part.kind)
      ? part
      : parts.first { isValue($0.kind) && $0.offset == part.offset && $0.length == part.length && $0.length > 0 }
        ?? parts.drop { $0 != part }.first { isValue($0.kind) }
    self.value = value.map { (reading.range(of: $0, in: block), $0.quoting) }
  }

  /// Nil where the slip is not one that can be put right in this way.
  func edits(_ mending: Mending) -> [Edit]? {
    switch mending {
    case .closeQuote: value.map { [inserted(reading.text.string(fault), at: $0.range.upperBound)] }
    case .openQuote: openingQuote
    case .escapeQuotes: escapingQuotes
    case .quote: value.flatMap { quoted($0.range.lowerBound..<$0.range.upperBound) }
    case .quoteTail:
      value.flatMap { $0.range.lowerBound <= fault.upperBound ? quoted($0.range.lowerBound..<fault.upperBound) : nil }
    case .quoteFault: quotingFault
    case .partKey: partingKey
    case .indent: indenting
    case .escapeMark: [inserted("\\", at: fault.lowerBound)]
    case .removeCharacter: [Edit(fault, "")]
    case .blankCharacter: [Edit(fault, " ")]
    case .giveKey: givingKey
    case .makeList: makingList
    case .beginItem: beginningItem
    case .removeEntry: removingEntry
    case .fence: [fence]
    case .removeAbove: removingAbove
    case .respell, .join: nil
    case .renameKey(let kind): ItemKey(kind).map { [Edit(fault, $0.rawValue)] }
    }
  }

  private func inserted(_ text: String, at offset: Int) -> Edit { Edit(offset..<offset, text) }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  // MARK: - Values

  private var escapingQuotes: [Edit]? {
    guard let value, value.range.lowerBound > 0 else { return nil }
    let mark = reading.text.bytes[value.range.lowerBound - 1]
    let isSingle = mark == UInt8(ascii: "'")
    var edits: [Edit] = []
    var index = value.range.lowerBound
    while index < value.range.upperBound {
      let next = index + 1 < value.range.upperBound ? reading.text.bytes[index + 1] : 0
      let byte = reading.text.bytes[index]
      if isSingle ? byte == mark && next == mark : byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == mark { edits.append(inserted(isSingle ? "'" : "\\", at: index)) }
      index += 1
    }
    let end = value.range.upperBound
    let isClosed = end < reading.text.count && reading.text.bytes[end] == mark
    if !isClosed { edits.append(Edit(end..<end, [mark])) }
    return edits
  }

  /// What the value lacks is put between quotes with it: the fault is a word before it, or the value itself.
  private var quotingFault: [Edit]? {
    guard let value, value.quoting != .single, value.quoting != .double else { return nil }
    let range = min(fault.lowerBound, value.range.lowerBound)..<max(fault.upperBound, value.range.upperBound)
    return quoted(range)
  }

  /// Puts a quote at the beginning of a value that has one only at its end.
  private var openingQuote: [Edit]? {
    guard let value, value.quoting == .plain, let mark = reading.text.bytes[value.range].last else { return nil }
    let inside = reading.text.bytes[value.range].dropLast()
    switch mark {
    case UInt8(ascii: "'"):
      // Each quote inside must be doubled, or the value would end there.
      let isClosedEarly = inside.split(omittingEmptySubsequences: false) { $0 != mark }.contains { $0.count % 2 == 1 }
      if isClosedEarly { return nil }
    case UInt8(ascii: "\""): if inside.contains(mark) || inside.contains(UInt8(ascii: "\\")) { return nil }
    default: return nil
    }
    return [Edit(value.range.lowerBound..<value.range.lowerBound, [mark])]
  }

  /// A stretch between single quotes.
  private func quoted(_ range: Range<Int>) -> [Edit] {
    // Where the value itself is meant, it is written anew.
    if range == fault { return [Edit(range, Scalar.single(reading.text.string(range)))] }
    var edits = [inserted("'", at: range.lowerBound)]
    for index in range where reading.text.bytes[index] == UInt8(ascii: "'") {
      // A quote at the very beginning shares its place with the opening one.
      if index == range.lowerBound {
        edits[0].replacement += [UInt8(ascii: "'")]
      } else {
        edits.append(inserted("'", at: index))
      }
    }
    return edits + [inserted("'", at: range.upperBound)]
  }

  // MARK: - Keys

  /// Puts the colon behind a key, or the blank behind its colon.
  private var partingKey: [Edit] {
    let end = fault.upperBound
    let next = end < reading.text.count ? reading.text.bytes[end] : 0
    if next == UInt8(ascii: ":") { return [inserted(" ", at: end + 1)] }
    return [inserted(next == 0x20 || isLineEnd(next) ? ":" : ": ", at: end)]
  }

  /// An item that is a text gets the key of what is said, unless it begins with a key that only lost its colon or the blank
  /// behind it.
  private var givingKey: [Edit]? {
    guard let value else { return nil }
    let start = reading.scalar(value.range, value.quoting).lowerBound
    let text = reading.text.bytes[start...]
    for key in [ItemKey.line, .header] where text.starts(with: key.rawValue.utf8) {
      let end = start + key.rawValue.utf8.count
      guard end < value.range.upperBound else { continue }
      if text[end] == UInt8(ascii: ":") { return [inserted(" ", at: end + 1)] }
      if text[end] == 0x20 { return [inserted(":", at: end)] }
      break
    }
    return [inserted(ItemKey.line.rawValue + ": ", at: start)]
  }

  /// A value behind its key becomes the first of a list below it.
  private var makingList: [Edit]? {
    guard let value, let key = reading.range(.key, of: block) else { return nil }
    let before = (key.upperBound + 1)..<reading.scalar(value.range, value.quoting).lowerBound
    guard before.lowerBound <= before.upperBound,
      reading.text.line(at: before.lowerBound) == reading.text.line(at: value.range.lowerBound)
    else { return nil }
    return [Edit(before, reading.text.lineEnding(at: value.range.lowerBound) + "- ")]
  }

  /// A key that comes again is the first of an item whose dash was lost.
  private var beginningItem: [Edit]? {
    guard fault.lowerBound >= 2, !reading.isFlowItem(block) else { return nil }
    let dash = (fault.lowerBound - 2)..<fault.lowerBound
    return reading.text.string(dash) == "  " ? [Edit(dash, "- ")] : nil
  }

  /// A key of an item goes with its value, up to the next key.
  private var removingEntry: [Edit]? {
    guard !reading.isFlowItem(block) else { return nil }
    let keys = reading.pairs(of: block).map { reading.range(of: $0.key, in: block).lowerBound }
    let next = keys.first { $0 > fault.lowerBound }
    func line(_ offset: Int) -> Range<Int> { reading.text.range(ofLine: reading.text.line(at: offset)) }
    let end = next.map { line($0).lowerBound } ?? line(reading.content(of: block).upperBound).upperBound
    return [Edit(line(fault.lowerBound).lowerBound..<end, "")]
  }

  /// Indents with blanks as deep as the first key of the block.
  private var indenting: [Edit]? {
    guard let key = reading.range(.key, of: block) else { return nil }
    let line = reading.text.content(ofLine: reading.text.line(at: key.lowerBound))
    let column = max(2, key.lowerBound - line.lowerBound)
    let rest = reading.text.bytes[fault.lowerBound...]
    let end = rest.firstIndex { $0 != 0x09 && $0 != 0x20 } ?? fault.upperBound
    let start = reading.text.content(ofLine: reading.text.line(at: fault.lowerBound)).lowerBound
    return [Edit(start..<end, String(repeating: " ", count: column))]
  }

  // MARK: - Lines around front matter

  private static let mark = "---"

  /// The line `---` that is missing, or stands in a line with something else, or was written with other marks.
  private var fence: Edit {
    let line = reading.text.range(ofLine: reading.text.line(at: fault.lowerBound))
    let content = reading.text.content(ofLine: reading.text.line(at: fault.lowerBound))
    let end = reading.text.lineEnding(at: fault.lowerBound)
    let isBroken = reading.text.string(content).unicodeScalars.allSatisfy("-_=–—−‒ ".unicodeScalars.contains)
    if isBroken { return Edit(content, Self.mark) }
    if reading.text.bytes[content].starts(with: Self.mark.utf8), content.count > Self.mark.utf8.count {
      return inserted(end, at: content.lowerBound + Self.mark.utf8.count)
    }
    if part.fault == .frontMatterNotOpened { return inserted(Self.mark + end, at: top(above: line.lowerBound)) }
    // Markdown that goes on where the front matter should have been closed, or the end of the file.
    // Before the blank lines between the two, or behind the last line, which may have no end.
    let last = reading.blocks[block].kind == .prose ? lastLine(above: line.lowerBound) : line
    let isEnded = reading.text.content(ofLine: reading.text.line(at: last.lowerBound)).upperBound < last.upperBound
    return inserted(isEnded ? Self.mark + end : end + Self.mark + end, at: last.upperBound)
  }

  /// What stands above the line `---` goes: blank lines that belong to its block, or a line of another one.
  private var removingAbove: [Edit]? {
    let line = reading.text.range(ofLine: reading.text.line(at: fault.lowerBound))
    let content = reading.text.content(ofLine: reading.text.line(at: fault.lowerBound))
    let lines = reading.blocks.range(of: block)
    if reading.text.bytes[content].starts(with: Self.mark.utf8) {
      return lines.lowerBound == 0 ? [Edit(lines.lowerBound..<line.lowerBound, "")] : nil
    }
    return [Edit(lines.lowerBound == 0 ? lines : line, "")]
  }

  /// Where a text begins that has nothing but blank lines above an offset: behind its byte order mark. Programs look for
  /// the line `---` nowhere else. An offset below something else is its own answer.
  private func top(above offset: Int) -> Int {
    let top = reading.text.bytes.starts(with: Text.byteOrderMark) ? Text.byteOrderMark.count : 0
    return top <= offset && reading.text.bytes[top..<offset].allSatisfy({ $0 <= 0x20 }) ? top : offset
  }

  /// The last line above an offset that is not blank, with its end.
  private func lastLine(above offset: Int) -> Range<Int> {
    var number = reading.text.line(at: offset) - 1
    while number > 0, reading.text.bytes[reading.text.content(ofLine: number)].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    {
      number -= 1
    }
    return reading.text.range(ofLine: max(0, number))
  }
}
