extension Range<Int> {
  /// The same stretch where everything has moved by some bytes.
  @inlinable
  public func shifted(by delta: Int) -> Range<Int> { (lowerBound + delta)..<(upperBound + delta) }
}
