extension Range<Int> {
  /// The range after everything has moved by `delta` bytes.
  @inlinable
  public func shifted(by delta: Int) -> Range<Int> { (lowerBound + delta)..<(upperBound + delta) }
}
