extension Range<Int> {
  /// The range, moved by `delta` bytes.
  @inlinable
  public func shifted(by delta: Int) -> Range<Int> { (lowerBound + delta)..<(upperBound + delta) }
}
