import SourceText

/// Ranges of a text, in order; they may overlap.
struct SortedRanges {
  private let starts: [Int]
  /// For each range, the greatest end among it and the ranges before it.
  private let ends: [Int]

  init(_ ranges: [Range<Int>]) {
    let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
    starts = sorted.map(\.lowerBound)
    ends = sorted.reduce(into: []) { $0.append(max($0.last ?? 0, $1.upperBound)) }
  }

  /// Whether one of them overlaps the given range or adjoins it.
  func touch(_ range: Range<Int>) -> Bool {
    let behind = starts.partitioningIndex { $0 > range.upperBound }
    return behind > 0 && ends[behind - 1] >= range.lowerBound
  }
}
