import SourceText

/// Something in a configuration that cannot be meant as it is written.
public struct Mistake: Error, Sendable, Equatable {
  /// In bytes of the configuration's text.
  public var range: Range<Int>
  /// A sentence for the person who wrote it, with the nearest right word where there is one.
  public var message: String

  init(_ range: Range<Int>, _ message: String) {
    self.range = range
    self.message = visible(message)
  }
}
