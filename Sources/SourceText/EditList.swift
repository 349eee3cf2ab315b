/// Edits in the order of the text, stored compactly. A text full of mistakes may have a million edits, most of them
/// with one of a few replacements.
public struct EditList: Sendable {
  private struct Slot: Equatable {
    var start: Int32
    var length: Int32
    /// The index in `replacements`.
    var replacement: Int32

    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  private var slots: [Slot] = []
  private var replacements: [[UInt8]] = []

  /// How many of the last replacements are compared with a new one, to store equal ones once.
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
    // Memory that is never touched costs nothing, so the list grows eightfold: each time it grows, it is copied, and
    // the old and the new memory are needed at once.
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

  /// The edits of both lists, in the order of the text.
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
