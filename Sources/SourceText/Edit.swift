/// One replacement in a text: the bytes of `range` are replaced by `replacement`.
public struct Edit: Sendable, Hashable {
  /// What is replaced, in UTF-8 bytes of the text before the edit. An empty range inserts.
  public var range: Range<Int>
  /// The new bytes, in UTF-8.
  public var replacement: [UInt8]

  public init(_ range: Range<Int>, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  public init(_ range: Range<Int>, _ replacement: String) {
    self.init(range, Array(replacement.utf8))
  }

  /// By how many bytes everything behind the edit moves.
  public var delta: Int { replacement.count - range.count }
}
