/// The labels of a transcript with how often each occurs.
///
/// A number that no row uses any more is given to the next new label, so that typing a name leaves nothing behind.
public struct Speakers: Sendable {
  public struct ID: Sendable, Hashable {
    @usableFromInline let rawValue: Int32
  }

  @usableFromInline
  struct Entry: Sendable {
    var label: String
    @usableFromInline var count = 0
    @usableFromInline var certain = 0
    /// How many of the segments with the label can be no titles.
    @usableFromInline var untitled = 0
    /// With how many of the segments it has marks that a label of this notation does not have.
    @usableFromInline var damaged = 0
  }

  @usableFromInline private(set) var entries: [Entry] = []
  private var ids: [String: Int32] = [:]
  private var unused: [Int32] = []
  /// Those whose labels were added last: in a conversation of two, nearly always the next one is one of them.
  private var recent: (first: Int32, second: Int32) = (-1, -1)
  /// How many segments have a label, and how many of them have a time.
  @usableFromInline private(set) var labelled = 0
  @usableFromInline private(set) var timed = 0

  /// The labels in use, in no particular order.
  public var all: [ID] {
    entries.indices.compactMap { entries[$0].count > 0 ? ID(rawValue: Int32($0)) : nil }
  }

  /// All numbers of speakers are below this one.
  var capacity: Int { entries.count }

  /// The label as written.
  public func label(of id: ID) -> String { entries[Int(id.rawValue)].label }

  /// How many segments carry the label.
  public func count(of id: ID) -> Int { entries[Int(id.rawValue)].count }

  /// Whether the label is one: somewhere it can be nothing else, as a time or a key stands with it; or it recurs.
  ///
  /// Where labels have times, one that recurs without ever having one is what titles of sections begin with: `The mill: what it
  /// needs`, `The mill: who pays`. Of a line that cannot be a title it is a label nonetheless. Words that only lack the marks of
  /// a label do not make each other one.
  @inlinable
  public func isConfirmed(_ id: ID) -> Bool {
    let index = Int(id.rawValue)
    return entries[index].certain > 0
      || entries[index].count - entries[index].damaged > 1 && (entries[index].untitled > 0 || timed * 4 < labelled * 3)
  }

  /// The number of a label that is in use.
  public func id(of label: String) -> ID? { ids[label].map(ID.init) }

  /// Adds a label as it is written, between quotes or without.
  mutating func add(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ quoting: Quoting, _ row: Episode.Row) -> ID {
    if let index = isWritten(recent.first, bytes)
      ? recent.first : isWritten(recent.second, bytes) ? recent.second : nil
    {
      note(index)
      tally(row, 1, at: index)
      return ID(rawValue: index)
    }
    return add(Scalar.decode(String(decoding: bytes, as: UTF8.self), quoting), row)
  }

  /// Whether bytes are a label that is in use, and say the same in any quotes.
  private func isWritten(_ index: Int32, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard index >= 0, entries[Int(index)].count > 0 else { return false }
    let isSame = entries[Int(index)].label.utf8.withContiguousStorageIfAvailable { label in
      label.count == bytes.count
        && zip(label, bytes).allSatisfy {
          $0 == $1 && $0 > 0x1F && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\\")
        }
    }
    return isSame ?? false
  }

  private mutating func note(_ index: Int32) {
    if recent.first != index { recent = (index, recent.first) }
  }

  private mutating func add(_ label: String, _ row: Episode.Row) -> ID {
    let index: Int32
    if let known = ids[label] {
      index = known
    } else if let free = unused.popLast() {
      index = free
      entries[Int(index)].label = label
      ids[label] = index
    } else {
      index = Int32(entries.count)
      entries.append(Entry(label: label))
      ids[label] = index
    }
    note(index)
    tally(row, 1, at: index)
    return ID(rawValue: index)
  }

  mutating func remove(_ row: Episode.Row) {
    guard let index = row.speaker?.rawValue else { return }
    tally(row, -1, at: index)
    if entries[Int(index)].count == 0 {
      ids[entries[Int(index)].label] = nil
      unused.append(index)
    }
  }

  private mutating func tally(_ row: Episode.Row, _ step: Int, at index: Int32) {
    entries[Int(index)].count += step
    if row.isCertain { entries[Int(index)].certain += step }
    if !row.mayBeTitle { entries[Int(index)].untitled += step }
    if row.hasOtherMarks { entries[Int(index)].damaged += step }
    labelled += step
    if row.start != nil { timed += step }
  }
}
