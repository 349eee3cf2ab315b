/// A stretch of a decoded value that gives way to other bytes: what an `Alteration.text` says.
struct Rewriting: Sendable {
  /// The value, in bytes of the text.
  var place: Range<Int>
  /// In bytes of the decoded value.
  var stretch: Range<Int>
  var replacement: [UInt8]
  var kind: Alteration.Kind

  /// Where it stands: its value, and the place in that.
  fileprivate var order: (Int, Int) { (place.lowerBound, stretch.lowerBound) }

  /// Whether it stands before another one.
  func isBefore(_ other: Rewriting) -> Bool { order < other.order }
}

/// Rewritings in the order of the text, packed: of a value in which everything is wrong there may be half a million.
struct RewritingList: Sendable {
  private struct Slot: Equatable {
    /// Which of the values.
    var place: Int32
    /// In bytes of the decoded value.
    var start: Int32
    var length: Int32
    /// Which of the replacements.
    var replacement: Int32
  }

  private struct Replacement: Equatable {
    var bytes: [UInt8]
    var kind: Alteration.Kind
  }

  private var places: [Range<Int>] = []
  private var slots: [Slot] = []
  private var replacements: [Replacement] = []

  /// How many of the last replacements are looked at for one that is the same.
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
    // Memory that is never touched costs nothing, and both halves of a list that grows are there when it is copied.
    if slots.count == slots.capacity, slots.count > 1_000 { slots.reserveCapacity(8 * slots.count) }
    slots.append(
      Slot(
        place: Int32(clamping: places.count - 1), start: Int32(clamping: rewriting.stretch.lowerBound),
        length: Int32(clamping: rewriting.stretch.count), replacement: Int32(clamping: number ?? 0)))
  }

  /// Moves the values.
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
  /// The next one of all, and from which list it is.
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
