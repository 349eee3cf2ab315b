/// The first range that begins behind an offset; behind the last one, the first of all.
///
/// - Parameter ranges: in order.
public func nextRange(of ranges: [Range<Int>], behind offset: Int) -> Range<Int>? {
  ranges.first { $0.lowerBound > offset } ?? ranges.first
}

/// The last range that begins before an offset; before the first one, the last of all.
///
/// - Parameter ranges: in order.
public func previousRange(of ranges: [Range<Int>], before offset: Int) -> Range<Int>? {
  ranges.last { $0.lowerBound < offset } ?? ranges.last
}
