/// The labels of a transcript, and how often each occurs.
///
/// If a label disappears, its number is given to the next new label, so that typing a name does not use up numbers. While it stands
/// anywhere, it keeps its number.
public struct Speakers: Sendable {
  public struct ID: Sendable, Hashable {
    @usableFromInline let rawValue: Int32
  }

  @usableFromInline
  struct Entry: Sendable {
    var label: String
    @usableFromInline var count = 0
    @usableFromInline var certain = 0
    /// How many of the segments with this label cannot be headers.
    @usableFromInline var untitled = 0
    /// How many of the segments with this label have marks around it that labels of this notation do not have.
    @usableFromInline var damaged = 0
  }

  @usableFromInline private(set) var entries: [Entry] = []
  private var ids: [String: Int32] = [:]
  private var unused: [Int32] = []
  /// The two labels that were added last. In a conversation of two, the next label is nearly always one of them.
  private var recent: (first: Int32, second: Int32) = (-1, -1)
  /// How many segments have a label, and how many of them have a time.
  public private(set) var labelled = 0
  public private(set) var timed = 0

  /// The labels in use, in no particular order.
  public var all: [ID] {
    entries.indices.compactMap { entries[$0].count > 0 ? ID(rawValue: Int32($0)) : nil }
  }

  /// All numbers of speakers are smaller than this.
  var capacity: Int { entries.count }

  /// The label as written.
  public func label(of id: ID) -> String { entries[Int(id.rawValue)].label }

  /// How many segments carry the label.
  public func count(of id: ID) -> Int { entries[Int(id.rawValue)].count }

  /// Whether the label is a speaker label. It is one if a segment with it can be nothing else, since a time or a key
  /// stands with it, or if it occurs at least twice.
  ///
  /// If most labels of a file have times, one that recurs without ever having a time is probably the beginning of
  /// section titles: `The mill: what it needs`, `The mill: who pays`. It is still a label if one of its lines cannot be
  /// a title. Lines whose label lacks its marks do not count as occurrences.
  @inlinable
  public func isConfirmed(_ id: ID) -> Bool {
    let index = Int(id.rawValue)
    return entries[index].certain > 0
      || entries[index].count - entries[index].damaged > 1 && (entries[index].untitled > 0 || timed * 4 < labelled * 3)
  }

  /// The number of a label that is in use.
  public func id(of label: String) -> ID? { ids[label].map(ID.init) }

  /// Adds a label as it is written, without its quotes.
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

  /// Whether bytes are written exactly like a label in use and mean the same in any quotes.
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
