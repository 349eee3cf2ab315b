/// Edits in the order of the text, packed: of a text in which everything is wrong there may be a million, and nearly all of
/// them put the same in the place of what stands there.
public struct EditList: Sendable {
  private struct Slot: Equatable {
    var start: Int32
    var length: Int32
    /// Which of the replacements.
    var replacement: Int32

    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  private var slots: [Slot] = []
  private var replacements: [[UInt8]] = []

  /// How many of the last replacements are looked at for one that is the same.
  private static let remembered = 4

  /// - Parameter edits: in the order of the text.
  public init(_ edits: some Sequence<Edit> = []) {
    for edit in edits { append(edit) }
  }

  /// Adds an edit behind all others.
  public mutating func append(_ edit: Edit) {
    var number = replacements.indices.suffix(Self.remembered).last { replacements[$0] == edit.replacement }
    if number == nil {
      number = replacements.count
      replacements.append(edit.replacement)
    }
    // Memory that is never touched costs nothing, and both halves of a list that grows are there when it is copied.
    if slots.count == slots.capacity, slots.count > 1_000 { slots.reserveCapacity(8 * slots.count) }
    slots.append(
      Slot(
        start: Int32(clamping: edit.range.lowerBound), length: Int32(clamping: edit.range.count),
        replacement: Int32(clamping: number ?? 0)))
  }

  public mutating func move(_ moved: (Range<Int>) -> Range<Int>) {
    for index in slots.indices {
      let range = moved(slots[index].range)
      slots[index].start = Int32(clamping: range.lowerBound)
      slots[index].length = Int32(clamping: range.count)
    }
  }

  /// The same with the edits of another list, each in its place.
  public func merged(with other: EditList) -> EditList {
    guard !isEmpty else { return other }
    guard !other.isEmpty else { return self }
    var merged = EditList()
    merged.slots.reserveCapacity(count + other.count)
    var (own, next) = (0, 0)
    while own < count || next < other.count {
      if next == other.count || own < count && slots[own].start <= other.slots[next].start {
        merged.append(self[own])
        own += 1
      } else {
        merged.append(other[next])
        next += 1
      }
    }
    return merged
  }
}

extension EditList: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { slots.count }

  public subscript(index: Int) -> Edit {
    Edit(slots[index].range, replacements[Int(slots[index].replacement)])
  }
}

extension EditList: ExpressibleByArrayLiteral {
  public init(arrayLiteral edits: Edit...) {
    self.init(edits)
  }
}

extension EditList: Equatable {
  public static func == (a: EditList, b: EditList) -> Bool {
    a.slots == b.slots && a.replacements == b.replacements || a.elementsEqual(b)
  }
}
