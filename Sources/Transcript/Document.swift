import SourceText

/// A text with its notation. Its reading is kept up to date while the text is edited.
public struct Document: Sendable {
  public private(set) var reading: Reading
  private let format: any Format

  public init(_ text: Text, format: any Format) {
    self.format = format
    reading = Reading(text, format: format)
  }

  /// Carries out `edit` and reads again what it touched. A range past the end of the text is cut there.
  @discardableResult
  public mutating func apply(_ edit: Edit) -> Blocks.Change {
    reading.apply(edit, format: format)
  }
}

/// A text and its content. Rules and features see only this, so they cannot ask for the notation.
public struct Reading: Sendable {
  public private(set) var text: Text
  public private(set) var blocks: Blocks
  public private(set) var episode: Episode
  /// What is found when it is first needed, and stays as long as only words change.
  private(set) var segmentIndex = Prepared<SegmentIndex>()
  private(set) var spellingOfFrame = Prepared<Spelling>()
  let writer: (any BlockWriter)?

  init(_ text: Text, format: any Format) {
    self.text = text
    writer = format.writer
    blocks = Blocks(text, format: format)
    episode = Episode()
    episode.update(
      Blocks.Change(removed: 0..<0, inserted: blocks.indices, bytesRead: text.count), blocks: blocks, text: text)
  }

  mutating func apply(_ edit: Edit, format: any Format) -> Blocks.Change {
    let range = edit.range.clamped(to: 0..<text.count)
    let breaksLines =
      text.bytes[range].contains(where: Ascii.isLineEnd) || edit.replacement.contains(where: Ascii.isLineEnd)
    let lineCount = text.lineCount
    text.apply(edit)
    var change = blocks.update(edit, text: text, format: format)
    let before = change.rewording.map { episode.rows[$0.block] }
    episode.update(change, blocks: blocks, text: text)
    if let before, let block = change.rewording?.block {
      let row = episode.rows[block]
      change.rewording?.keepsCount = row.words == before.words
      // If a letter is typed between CR and LF, one line end becomes two.
      if breaksLines || text.lineCount != lineCount || !row.isRewording(of: before) { change.rewording = nil }
    }
    // Other words in a segment leave it where it is, with its label, its times and the lines around it.
    if change.rewording == nil { (segmentIndex, spellingOfFrame) = (Prepared(), Prepared()) }
    return change
  }

  /// The kind of a block, which may depend on the speakers of the whole document.
  @inlinable
  public func kind(of index: Int) -> Block.Kind {
    let block = blocks[index]
    guard block.isTentative, let speaker = episode.rows[index].speaker else { return block.kind }
    return episode.speakers.isConfirmed(speaker) ? block.kind : block.otherwise
  }

  /// The speaker whose label a segment carries; nil where it has none.
  @inlinable
  public func speaker(of index: Int) -> Speakers.ID? {
    guard kind(of: index) == .segment, let speaker = episode.rows[index].speaker else { return nil }
    return blocks[index].hasDoubtfulLabel && !episode.speakers.isConfirmed(speaker) ? nil : speaker
  }

  /// Where a part stands, in bytes of the text.
  @inlinable
  public func range(of part: Part, in index: Int) -> Range<Int> {
    let start = blocks.start(of: index) + Int(part.offset)
    return start..<(start + Int(part.length))
  }

  /// The first part of a kind in a block.
  @inlinable
  public func part(_ kind: Part.Kind, of index: Int) -> Part? {
    blocks.parts(of: index).first { $0.kind == kind }
  }

  /// Where the first part of a kind stands, in bytes of the text.
  @inlinable
  public func range(_ kind: Part.Kind, of index: Int) -> Range<Int>? {
    part(kind, of: index).map { range(of: $0, in: index) }
  }

  /// The text of the first part of a kind, decoded.
  public func string(_ kind: Part.Kind, of index: Int) -> String? {
    part(kind, of: index).map { string(of: $0, in: index) }
  }

  /// The text of a part, decoded.
  public func string(of part: Part, in index: Int) -> String {
    Scalar.decode(text.string(range(of: part, in: index)), part.quoting)
  }

  /// The range of a block without the blank lines behind it and without its last line end, in bytes of the text. Only
  /// blanks and tabs count as blank, as they do for formats: a form feed at the end of a title belongs to the title.
  public func content(of index: Int) -> Range<Int> {
    let range = blocks.range(of: index)
    let end = text.bytes[range].lastIndex { !blanks.contains($0) }
    return range.lowerBound..<(end.map { $0 + 1 } ?? range.lowerBound)
  }
}

private let blanks = ByteSet(" \t\n\r")
