/// One entry of an outline.
public struct OutlineItem: Sendable, Equatable {
  public enum Kind: Sendable {
    case section
    /// A stretch of time in a transcript without sections.
    case stretch
    case turn
    /// An uncertain passage in a turn.
    case passage
  }

  /// Never blank: it has a visible character.
  public var name: String
  /// Time and length.
  public var detail: String
  public var kind: Kind
  /// Everything that belongs to it, in bytes of the text.
  public var range: Range<Int>
  /// What is selected in the editor when the item is chosen, in bytes; inside `range`.
  public var selection: Range<Int>
  /// Inside `range`, in order.
  public var children: [OutlineItem]
}
