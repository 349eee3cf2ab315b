/// One entry of an outline.
public struct OutlineItem: Sendable, Equatable {
  public enum Kind: Sendable {
    case section
    /// A stretch of time in a transcript without sections.
    case stretch
    case turn
  }

  /// Never blank: neither empty nor white space and control characters alone.
  public var name: String
  /// Time and length.
  public var detail: String
  public var kind: Kind
  /// All that belongs to it, in bytes of the text.
  public var range: Range<Int>
  /// What is shown when it is chosen, in bytes; inside `range`.
  public var selection: Range<Int>
  /// Inside `range`, in order.
  public var children: [OutlineItem]
}
