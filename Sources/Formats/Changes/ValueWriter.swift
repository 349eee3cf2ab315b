import SourceText
import Transcript

/// Writes values of front matter in the place of others, and entries beside others.
struct ValueWriter {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  // MARK: - Values

  /// Lets a value say something else: with the quotes that PyYAML would write.
  ///
  /// - Parameters:
  ///   - keepsQuotes: whether quotes of the old value stay where they can, and of its lines what says the same.
  ///   - lines: nil for several where the old value had several.
  func edit(
    _ part: Part, of block: Int, _ text: String, keepsQuotes: Bool = false, _ lines: TextLines? = nil
  ) -> Edit {
    let range = reading.scalar(part, in: block)
    let isFolded = lines.map(\.isWrapped) ?? reading.text.bytes[range].contains(where: Ascii.isLineEnd)
    let line = reading.text.content(ofLine: reading.text.line(at: range.lowerBound))
    let scalar = YAMLScalar(
      text, isInFlow: reading.isFlowItem(block),
      column: reading.text.string(line.lowerBound..<range.lowerBound).unicodeScalars.count,
      indent: isFolded ? indent(of: part, in: block) : nil, quotes: keepsQuotes ? part.quoting : .plain)
    let edit = insertable(range, scalar.source(lineEnding: reading.text.lineEnding(at: range.lowerBound)))
    return keepsQuotes ? reading.text.shortest(edit) : edit
  }

  func edit(_ value: MetadataValue, _ text: String) -> Edit {
    let block = reading.blocks.index(at: value.range.lowerBound)
    let isInFlow = block.map { block in
      reading.blocks.parts(of: block).contains { part in
        part.quoting == .other && reading.range(of: part, in: block).contains(value.range.lowerBound)
      }
    }
    let scalar = YAMLScalar(text, isInFlow: isInFlow ?? false)
    return insertable(reading.scalar(value.range, value.quoting), scalar.source())
  }

  /// Puts YAML in the place of what stands between the quotes of a value, or in the place of a key.
  func replacing(_ part: Part, of block: Int, _ source: String) -> Edit {
    let range = reading.range(of: part, in: block)
    return range.isEmpty && part.quoting == .plain ? insertable(range, source) : Edit(range, source)
  }

  /// A text as a value on one line.
  func scalar(_ text: String, in block: Int) -> String {
    YAMLScalar(text, isInFlow: reading.isFlowItem(block)).source()
  }

  /// A value that stands where none was needs blanks between it and what is beside it.
  private func insertable(_ range: Range<Int>, _ source: String) -> Edit {
    guard range.isEmpty else { return Edit(range, source) }
    let bytes = reading.text.bytes
    let isApart = range.lowerBound == 0 || bytes[range.lowerBound - 1] <= 0x20
    let isAtEnd = range.upperBound == bytes.count || bytes[range.upperBound] != UInt8(ascii: "#")
    return Edit(range, (isApart ? "" : " ") + source + (isAtEnd ? "" : " "))
  }

  // MARK: - Entries

  /// An entry in lines of its own, without an end of line.
  func entry(_ key: String, _ text: String, margin: Int, lineEnding: String) -> String {
    let name = YAMLScalar(key, isInFlow: false).source() + ":"
    let scalar = YAMLScalar(text, isInFlow: false, column: margin + name.count + 1, indent: margin + 2)
    return name + " " + scalar.source(lineEnding: lineEnding)
  }

  /// Adds an entry behind the value of another one.
  func adding(_ key: ItemKey, _ source: String, to block: Int, behind part: Part) -> Edit {
    let entry = key.rawValue + ": " + source
    let range = reading.scalar(part, in: block)
    if reading.isFlowItem(block) { return Edit(range.upperBound..<range.upperBound, ", " + entry) }
    let margin = String(repeating: " ", count: margin(of: part, in: block))
    let place = reading.text.content(ofLine: reading.text.line(at: range.upperBound)).upperBound
    return Edit(place..<place, lineEnding(of: block) + margin + entry)
  }

  /// Adds an entry before another one; behind it where that is the first of the item, whose line has the dash.
  func adding(_ key: ItemKey, _ source: String, to block: Int, before part: Part) -> Edit {
    let line = reading.text.content(ofLine: reading.text.line(at: reading.range(of: part, in: block).lowerBound))
    let startsItem = reading.text.bytes[line].first { $0 != 0x20 } == UInt8(ascii: "-")
    if startsItem || reading.isFlowItem(block) { return adding(key, source, to: block, behind: part) }
    let margin = String(repeating: " ", count: margin(of: part, in: block))
    return Edit(
      line.lowerBound..<line.lowerBound, margin + key.rawValue + ": " + source + lineEnding(of: block))
  }

  /// Takes an entry away; nil where the item would begin with another one, or where it stands in braces.
  func removing(_ part: Part, of block: Int) -> Edit? {
    guard !reading.isFlowItem(block), let pair = reading.pairs(of: block).first(where: { $0.value == part }) else {
      return nil
    }
    let first = reading.text.range(ofLine: reading.text.line(at: reading.range(of: pair.key, in: block).lowerBound))
    let last = reading.text.range(ofLine: reading.text.line(at: reading.scalar(part, in: block).upperBound))
    let startsItem = reading.text.bytes[first].first { $0 != 0x20 } == UInt8(ascii: "-")
    return startsItem ? nil : Edit(first.lowerBound..<last.upperBound, "")
  }

  /// The column at which the lines begin on which a value goes on.
  private func indent(of part: Part, in block: Int) -> Int {
    let range = reading.scalar(part, in: block)
    let line = reading.text.content(ofLine: reading.text.line(at: range.lowerBound))
    let hasKey = reading.blocks.parts(of: block).contains {
      $0.kind == .key && line.contains(reading.range(of: $0, in: block).lowerBound)
    }
    // An item of a list may be indented further than the key of the list.
    return 2 + (hasKey ? margin(of: part, in: block) : reading.text.bytes[line].prefix { $0 == 0x20 }.count)
  }

  /// The column of the key under which a value stands.
  private func margin(of part: Part, in block: Int) -> Int {
    let key = reading.blocks.parts(of: block).last { $0.kind == .key && $0.offset <= part.offset }
    guard let key else { return 2 }
    let place = reading.range(of: key, in: block).lowerBound
    let quote = key.quoting == .single || key.quoting == .double ? 1 : 0
    return place - quote - reading.text.content(ofLine: reading.text.line(at: place)).lowerBound
  }

  /// Of the first line of the item: the last one may have no end.
  private func lineEnding(of block: Int) -> String { reading.text.lineEnding(at: reading.blocks.start(of: block)) }
}
