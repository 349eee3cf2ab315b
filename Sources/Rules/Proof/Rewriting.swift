/// A replacement in a decoded value, as an `Alteration.text` declares it.
struct Rewriting: Sendable {
  /// The value, in bytes of the text.
  var place: Range<Int>
  /// The replaced range, in bytes of the decoded value.
  var stretch: Range<Int>
  var replacement: [UInt8]
  var kind: Alteration.Kind

  /// Its position for sorting: that of its value, and that inside the value.
  fileprivate var order: (Int, Int) { (place.lowerBound, stretch.lowerBound) }

  /// Whether it stands before another one.
  func isBefore(_ other: Rewriting) -> Bool { order < other.order }
}

/// Rewritings in the order of the text, stored compactly. A value full of mistakes may have half a million of them.
struct RewritingList: Sendable {
  private struct Slot: Equatable {
    /// The index of the value.
    var place: Int32
    /// In bytes of the decoded value.
    var start: Int32
    var length: Int32
    /// The index of the replacement.
    var replacement: Int32
  }

  private struct Replacement: Equatable {
    var bytes: [UInt8]
    var kind: Alteration.Kind
  }

  private var places: [Range<Int>] = []
  private var slots: [Slot] = []
  private var replacements: [Replacement] = []

  /// How many of the last replacements are compared with a new one, to store equal ones once.
  private static let remembered = 4

  /// - Parameter rewritings: in any order.
  init(_ rewritings: [Rewriting] = []) {
    for rewriting in rewritings.sorted(by: { $0.order < $1.order }) { append(rewriting) }
  }

  /// Adds a rewriting behind all others.
  mutating func append(_ rewriting: Rewriting) {
    if places.last != rewriting.place { places.append(rewriting.place) }
    let replacement = Replacement(bytes: rewriting.replacement, kind: rewriting.kind)
    var number = replacements.indices.suffix(Self.remembered).last { replacements[$0] == replacement }
    if number == nil {
      number = replacements.count
      replacements.append(replacement)
    }
    // Memory that is never touched costs nothing, so the list grows eightfold: each time it grows, it is copied, and
    // the old and the new memory are needed at once.
    if slots.count == slots.capacity, slots.count > 1_000 { slots.reserveCapacity(8 * slots.count) }
    slots.append(
      Slot(
        place: Int32(clamping: places.count - 1), start: Int32(clamping: rewriting.stretch.lowerBound),
        length: Int32(clamping: rewriting.stretch.count), replacement: Int32(clamping: number ?? 0)))
  }

  /// Moves the places of the values.
  mutating func move(_ moved: (Range<Int>) -> Range<Int>) {
    for index in places.indices { places[index] = moved(places[index]) }
  }
}

extension RewritingList: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { slots.count }

  subscript(index: Int) -> Rewriting {
    let slot = slots[index]
    let replacement = replacements[Int(slot.replacement)]
    return Rewriting(
      place: places[Int(slot.place)], stretch: Int(slot.start)..<Int(slot.start) + Int(slot.length),
      replacement: replacement.bytes, kind: replacement.kind)
  }
}

extension RewritingList: Equatable {
  static func == (a: RewritingList, b: RewritingList) -> Bool {
    a.places == b.places && a.slots == b.slots && a.replacements == b.replacements
  }
}

/// The rewritings of several lists, taken one by one in the order of the text.
struct RewritingQueue {
  private var lists: [Slice<RewritingList>]
  /// The next one of each list.
  private var heads: [Rewriting?]
  /// The first of these, and the index of its list.
  private(set) var first: Rewriting?
  private var source = 0

  init(_ lists: [RewritingList]) {
    self.lists = lists.map { $0.dropFirst() }
    heads = lists.map(\.first)
    choose()
  }

  mutating func removeFirst() {
    guard first != nil else { return }
    heads[source] = lists[source].popFirst()
    choose()
  }

  private mutating func choose() {
    first = nil
    for index in heads.indices {
      guard let head = heads[index], first.map(head.isBefore) ?? true else { continue }
      (first, source) = (head, index)
    }
  }
}
