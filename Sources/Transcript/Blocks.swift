import SourceText

/// The blocks of a text, stored as flat columns that are changed in place.
///
/// `starts` holds the position of each block; a block itself does not know it. The parts of all blocks lie in one array
/// in order, and `partStarts` holds where those of each block begin.
public struct Blocks: Sendable {
  // Rules call the following for each block of a document, so they are inlined into the rules.
  @usableFromInline private(set) var starts: [Int] = []
  @usableFromInline private(set) var heads: [Block] = []
  @usableFromInline private(set) var partStarts: [Int] = []
  @usableFromInline private(set) var parts: [Part] = []
  private var length = 0

  /// How many blocks there are of each kind.
  private var counts = Array(repeating: 0, count: Block.Kind.allCases.count)
  /// How many blocks have a fault.
  public private(set) var faultyCount = 0
  /// How many blocks have invalid UTF-8.
  public private(set) var invalidCount = 0

  /// The greatest `reach` of all blocks, in bytes. It bounds the search for the blocks that an edit touches.
  private var longestReach = 0

  /// The result of an update.
  public struct Change: Sendable, Equatable {
    /// The blocks that were removed, by their old indices.
    public var removed: Range<Int>
    /// The blocks that replace them, by their new indices.
    public var inserted: Range<Int>
    /// How many bytes were read again.
    public var bytesRead: Int
    /// The details of the change, if only the words of one segment have changed.
    public var rewording: Rewording?

    /// By how much the indices behind the change moved.
    public var shift: Int { inserted.count - removed.count }
  }

  /// Reads the whole of `text`.
  init(_ text: Text, format: any Format) {
    self.init()
    // There is at most one block for each line. Reserved memory that is not used costs nothing, while growing step by
    // step does.
    starts.reserveCapacity(text.lineCount)
    heads.reserveCapacity(text.lineCount)
    partStarts.reserveCapacity(text.lineCount)
    parts.reserveCapacity(text.lineCount * 2)
    // Nearly every text is valid as a whole, and then none of its blocks has to be looked at.
    let isValid = text.bytes.withUnsafeBufferPointer(firstInvalidUTF8) == nil
    read(text, from: 0, in: .start, isValid: isValid, format: format) { _, _, _ in false }
    length = text.count
  }

  private init() {}

  @inlinable
  public var count: Int { heads.count }

  /// How many blocks there are of a kind, before the speaker labels are decided with the whole document.
  public func count(of kind: Block.Kind) -> Int { counts[Int(kind.rawValue)] }

  @inlinable
  public var indices: Range<Int> { heads.indices }

  @inlinable
  public subscript(index: Int) -> Block { heads[index] }

  /// The range of a block, with the blank lines behind it, in bytes.
  public func range(of index: Int) -> Range<Int> {
    starts[index]..<(index + 1 < starts.count ? starts[index + 1] : length)
  }

  @inlinable
  public func start(of index: Int) -> Int { starts[index] }

  @inlinable
  public func parts(of index: Int) -> ArraySlice<Part> { parts[partIndices(of: index)] }

  /// Calls `body` for each part of a block, in order, without holding on to the others.
  func forEachPart(of index: Int, _ body: (Part) -> Void) {
    for part in partIndices(of: index) { body(parts[part]) }
  }

  @inlinable
  func partIndices(of index: Int) -> Range<Int> {
    partStarts[index]..<(index + 1 < partStarts.count ? partStarts[index + 1] : parts.count)
  }

  /// The block that holds the byte at `offset`; the last one for the end of the text; nil for an empty text.
  public func index(at offset: Int) -> Int? {
    count == 0 ? nil : max(0, starts.partitioningIndex { $0 > offset } - 1)
  }

  /// Reads the blocks again that `edit` touched. `text` is the text after the edit.
  ///
  /// A block stays if the format did not look into the edited range to read it. Reading starts at the first block that
  /// does not stay. It stops at the start of an old block behind the edit, if the mode is the one in which that block
  /// was read: a format knows only the mode and the lines that follow, so all further blocks would be read as before.
  mutating func update(_ edit: Edit, text: Text, format: any Format) -> Change {
    let range = edit.range.clamped(to: 0..<length)
    let delta = text.count - length
    let first = firstBlock(reaching: range.lowerBound)
    let (start, mode) = first < count ? (starts[first], heads[first].mode) : (0, .start)

    var fresh = Blocks()
    var last = count
    var candidate = starts.partitioningIndex { $0 >= range.upperBound }
    let end = fresh.read(text, from: start, in: mode, format: format) { [starts, heads] position, mode, _ in
      let old = position - delta
      guard old >= range.upperBound else { return false }
      while candidate < starts.count, starts[candidate] < old { candidate += 1 }
      guard candidate < starts.count, starts[candidate] == old, heads[candidate].mode == mode else { return false }
      last = candidate
      return true
    }

    let change = Change(
      removed: first..<last, inserted: first..<(first + fresh.count), bytesRead: end - start,
      rewording: rewording(range, delta: delta, of: first..<last, fresh))
    splice(fresh, over: first..<last, delta: delta)
    length = text.count
    return change
  }

  /// The first block whose reading looked at `offset` or behind it; `count` if there is none.
  private func firstBlock(reaching offset: Int) -> Int {
    var index = starts.partitioningIndex { $0 + longestReach > offset }
    while index < count, starts[index] + Int(heads[index].reach) <= offset { index += 1 }
    return index
  }

  /// Appends the blocks from `start` on until `stop` returns true or the text ends. Returns the place where it stopped.
  ///
  /// - Parameter isValid: whether the text is known to be well-formed UTF-8.
  @discardableResult
  private mutating func read(
    _ text: Text, from start: Int, in mode: Mode, isValid: Bool = false, format: any Format,
    until stop: (Int, Mode, Int) -> Bool
  ) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      text.lineStarts.withUnsafeBufferPointer { lineStarts in
        var mode = mode
        var cursor = LineCursor(bytes, lineStarts, line: text.line(at: start))
        while cursor.position < bytes.count {
          let position = cursor.position
          cursor.beginBlock()
          let firstPart = parts.count
          var builder = BlockBuilder(start: position, parts: parts)
          parts = []
          let before = mode
          if cursor.peek() == nil, let mark = cursor.nextConflict() {
            builder.kind = .conflict
            builder.level = mark
          } else {
            mode = format.readBlock(&cursor, in: mode, into: &builder)
            precondition(cursor.position > position, "a format must take at least one line")
          }
          let reach = max(cursor.reach, cursor.position) - position
          append(
            Block(
              kind: builder.kind, otherwise: builder.otherwise ?? builder.kind, level: builder.level,
              isSpeechAnyway: builder.isSpeechAnyway, continuesSpeaker: builder.continuesSpeaker,
              hasDoubtfulLabel: builder.hasDoubtfulLabel, hasFault: builder.hasFault,
              isValidUTF8: isValid
                || firstInvalidUTF8(in: .init(rebasing: bytes[position..<cursor.position])) == nil,
              mode: before,
              reach: Int32(clamping: reach)))
          starts.append(position)
          partStarts.append(firstPart)
          parts = builder.takeParts()
          longestReach = max(longestReach, reach)
          if stop(cursor.position, mode, heads.count) { break }
        }
        return cursor.position
      }
    }
  }

  private mutating func append(_ head: Block) {
    heads.append(head)
    tally(head, 1)
  }

  private mutating func tally(_ head: Block, _ step: Int) {
    counts[Int(head.kind.rawValue)] += step
    if head.hasFault { faultyCount += step }
    if !head.isValidUTF8 { invalidCount += step }
  }

  private mutating func splice(_ fresh: Blocks, over old: Range<Int>, delta: Int) {
    func firstPart(_ index: Int) -> Int { index < count ? partStarts[index] : parts.count }
    let oldParts = firstPart(old.lowerBound)..<firstPart(old.upperBound)
    let partDelta = fresh.parts.count - oldParts.count
    if delta != 0 { for index in old.upperBound..<count { starts[index] += delta } }
    if partDelta != 0 { for index in old.upperBound..<count { partStarts[index] += partDelta } }
    for head in heads[old] { tally(head, -1) }
    for head in fresh.heads { tally(head, 1) }
    starts.replaceSubrange(old, with: fresh.starts)
    heads.replaceSubrange(old, with: fresh.heads)
    partStarts.replaceSubrange(old, with: fresh.partStarts.map { $0 + oldParts.lowerBound })
    parts.replaceSubrange(oldParts, with: fresh.parts)
    longestReach = max(longestReach, fresh.longestReach)
  }
}

extension Blocks: Equatable {
  /// Whether two readings are equal. How far the format looked to read them is not compared.
  public static func == (a: Blocks, b: Blocks) -> Bool {
    a.starts == b.starts && a.heads == b.heads && a.partStarts == b.partStarts && a.parts == b.parts
      && a.length == b.length && a.counts == b.counts && a.faultyCount == b.faultyCount
      && a.invalidCount == b.invalidCount
  }
}
