/// A stretch that can be folded away.
public struct Fold: Sendable, Equatable {
  public enum Kind: Sendable {
    case section
    case turn
    case frontMatter
  }

  /// From the first to the last byte that belongs to it, in bytes of the text; at least two lines.
  public var range: Range<Int>
  public var kind: Kind
  /// What stands in its place.
  public var collapsedText: String
}
