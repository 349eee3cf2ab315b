extension Range<Int> {
  /// Whether two ranges overlap or adjoin.
  public func touches(_ other: Range<Int>) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }

  /// Whether a caret at an offset stands in the range or at one of its ends.
  public func touches(_ offset: Int) -> Bool { lowerBound <= offset && offset <= upperBound }
}
