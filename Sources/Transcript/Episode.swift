import SourceText

/// The content of the blocks of a text, stored as columns: one row for each block.
///
/// Rules that look at a whole document work on these columns. An edit changes only the rows of the changed blocks.
public struct Episode: Sendable {
  /// The content of one block.
  public struct Row: Sendable {
    /// The start as written; nil if there is none, if it cannot be read, or if two starts contradict each other. If one
    /// place holds two times, it is the first that can be read.
    public var start: Time?
    /// The end as written.
    public var end: Time?
    /// The style of that time; no digits if the start is given in seconds only.
    public var startStyle = Timestamp.Style()
    /// The first byte of the words, as written; 0 if there are none.
    public var opening: UInt8 = 0
    /// The label as written; nil where there is none.
    public var speaker: Speakers.ID?
    /// Whether the block is a segment, whatever the rest of the text contains.
    var isCertain = false
    /// Whether the block is a header if its label is not a speaker label.
    var mayBeTitle = false
    /// Whether the label has marks around it that labels of this notation do not have.
    var hasOtherMarks = false
    /// The number of words, which are separated by white space.
    public var words: Int32

    /// Whether the start is written in a style that is a slip in most files.
    var mayBeSlip: Bool {
      startStyle.hourDigits > 0 ? startStyle.minuteDigits == 1 : startStyle.fractionDigits == 2
    }

    /// Whether two rows can be one segment with different words: everything but the number of words is equal, and
    /// either both have words or neither has.
    func isRewording(of other: Row) -> Bool {
      start == other.start && end == other.end && startStyle == other.startStyle && opening == other.opening
        && speaker == other.speaker
        && (words > 0) == (other.words > 0)
    }
  }

  public private(set) var rows: [Row] = []
  public private(set) var speakers = Speakers()
  /// How many segments have words, and how many have a start, as `rows` has it.
  public private(set) var spoken = 0
  public private(set) var timed = 0
  private(set) var spellings = TimeSpellings()

  init() {}

  /// When a block begins; nil if it has no start, or if the other times show that its start is a slip.
  public func start(of index: Int) -> Time? { isSlip(index) ? nil : rows[index].start }

  /// Whether the start of a block can be read but another time was meant, such as `1:0:08` among times like `1:00:08`.
  public func isSlip(_ index: Int) -> Bool { rows[index].mayBeSlip && spellings.isSlip(rows[index]) }

  mutating func update(_ change: Blocks.Change, blocks: Blocks, text: Text) {
    var fresh: [Row] = []
    fresh.reserveCapacity(change.inserted.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      for index in change.inserted {
        fresh.append(row(of: index, blocks: blocks, bytes: bytes))
        spellings.add(fresh[fresh.count - 1])
        count(fresh[fresh.count - 1], 1)
      }
    }
    // Only now, so that a label that stays keeps its number.
    for row in rows[change.removed] {
      speakers.remove(row)
      spellings.remove(row)
      count(row, -1)
    }
    if rows.isEmpty { rows = fresh } else { rows.replaceSubrange(change.removed, with: fresh) }
  }

  private mutating func count(_ row: Row, _ step: Int) {
    if row.words > 0 { spoken += step }
    if row.start != nil { timed += step }
  }

  private mutating func row(of index: Int, blocks: Blocks, bytes: UnsafeBufferPointer<UInt8>) -> Row {
    var row = Row(start: nil, speaker: nil, words: 0)
    guard blocks[index].kind == .segment else { return row }
    let base = blocks.start(of: index)
    var label: (range: Range<Int>, quoting: Quoting)?
    var seconds: Time?
    var isUnreadable = false
    blocks.forEachPart(of: index) { part in
      let range = (base + Int(part.offset))..<(base + Int(part.offset) + Int(part.length))
      switch part.kind {
      case .start:
        guard case .time(let stamp) = Timestamp.read(bytes[range]) else {
          let cue = part.quoting == .subtitle ? CueTime(bytes[range]) : nil
          if let cue, row.start == nil { row.start = cue.time }
          isUnreadable = isUnreadable || !range.isEmpty && cue == nil
          return
        }
        if row.start == nil { (row.start, row.startStyle) = (stamp.time, stamp.style) }
      case .end:
        guard row.end == nil else { return }
        if case .time(let stamp) = Timestamp.read(bytes[range]) {
          row.end = stamp.time
        } else if part.quoting == .subtitle {
          row.end = CueTime(bytes[range])?.time
        }
      case .seconds:
        seconds = Time(secondsWrittenAs: bytes[range])
      // If a cue has several voices, the first one is its speaker.
      case .speaker where !range.isEmpty: label = label ?? (range, part.quoting)
      case .words:
        if row.opening == 0, let first = range.first { row.opening = bytes[first] }
        row.words += Int32(wordCount(bytes, range, part.quoting))
      default: break
      }
    }
    // If the time beside it cannot be read, the number of seconds is not trusted either: one of the two may be as
    // damaged as the other.
    if let seconds, !isUnreadable {
      let isContradicted = row.start.map { $0.wholeSeconds != seconds.wholeSeconds } ?? false
      row.start = isContradicted ? nil : row.start ?? seconds
    }
    row.isCertain = !blocks[index].hasDoubtfulLabel && (row.start != nil || !blocks[index].isTentative)
    row.mayBeTitle = blocks[index].otherwise == .header
    row.hasOtherMarks = blocks[index].hasFault && blocks.parts(of: index).contains { $0.fault == .labelMarks }
    if let label { row.speaker = speakers.add(bytes[label.range], label.quoting, row) }
    return row
  }
}
