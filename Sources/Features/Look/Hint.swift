/// A remark that an editor shows between the characters of a text.
public struct Hint: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// How long a turn is, and how fast; it stands behind the turn.
    case length
    /// When a paragraph without a time begins; it stands before the paragraph.
    case time

    public static let all = Set(allCases)
  }

  /// Where it is shown, in bytes of the text.
  public var offset: Int
  public var text: String
  public var kind: Kind
}
