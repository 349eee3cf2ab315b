/// A range that can be folded away.
public struct Fold: Sendable, Equatable {
  public enum Kind: Sendable {
    case section
    case turn
    case frontMatter
  }

  /// Everything that belongs to it, in bytes of the text; at least two lines.
  public var range: Range<Int>
  public var kind: Kind
  /// What is shown instead of it.
  public var collapsedText: String
}
