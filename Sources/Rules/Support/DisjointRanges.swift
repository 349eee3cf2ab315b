import SourceText

/// Sorted ranges that do not overlap. A look-up takes hardly longer with many of them.
struct DisjointRanges {
  private(set) var all: [Range<Int>] = []

  init(_ ranges: [Range<Int>] = []) {
    all = ranges
  }

  /// - Parameter range: begins where the last one ends, or behind that.
  mutating func append(_ range: Range<Int>) {
    all.append(range)
  }

  /// Whether one of them overlaps `range`.
  func overlap(_ range: Range<Int>) -> Bool {
    let place = all.partitioningIndex { $0.upperBound > range.lowerBound }
    return place < all.count && all[place].overlaps(range)
  }

  func contains(_ number: Int) -> Bool { overlap(number..<(number + 1)) }
}
