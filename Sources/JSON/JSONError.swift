/// Why bytes are not JSON, and where.
public struct JSONError: Error, Equatable, Sendable {
  /// In bytes of the text.
  public let range: Range<Int>
  /// The beginning of no sentence: "the string does not end".
  public let reason: String

  init(_ range: Range<Int>, _ reason: String) {
    self.range = range
    self.reason = reason
  }
}
