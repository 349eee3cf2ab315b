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
  /// The text that is shown while the range is folded.
  public var collapsedText: String
}
