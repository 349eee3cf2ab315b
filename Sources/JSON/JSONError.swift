/// Why bytes are not JSON, and where.
public struct JSONError: Error, Equatable, Sendable {
  /// In bytes of the text.
  public let range: Range<Int>
  /// A clause without a capital letter, to be built into a sentence: "the string does not end".
  public let reason: String

  init(_ range: Range<Int>, _ reason: String) {
    self.range = range
    self.reason = reason
  }
}
