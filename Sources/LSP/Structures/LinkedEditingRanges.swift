import JSON

/// Ranges with the same content that are edited together. Source: LSP 3.18, `LinkedEditingRanges`.
public struct LinkedEditingRanges: Equatable, Sendable {
  public var ranges: [PositionRange]
  /// A regular expression of the client for what may be typed; the ranges come apart when the content does not match.
  public var wordPattern: String

  public init(ranges: [PositionRange], wordPattern: String) {
    self.ranges = ranges
    self.wordPattern = wordPattern
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("ranges") { $0.array { for range in ranges { range.write(to: &$0) } } }
      $0.member("wordPattern", wordPattern)
    }
  }
}
