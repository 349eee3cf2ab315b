import SourceText

/// A mistake in a configuration.
public struct Mistake: Error, Sendable, Equatable {
  /// In bytes of the configuration's text.
  public var range: Range<Int>
  /// What is wrong, for the person who wrote it, with the nearest correct word where there is one.
  public var message: String

  init(_ range: Range<Int>, _ message: String) {
    self.range = range
    self.message = visible(message)
  }
}
