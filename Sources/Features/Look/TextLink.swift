/// A stretch of a text that leads to a place on the web, or to a file.
public struct TextLink: Sendable, Equatable {
  /// In bytes of the text.
  public var range: Range<Int>
  /// An address of ASCII characters.
  public var target: String
  /// For people: where it leads; nil where the stretch is the address itself.
  public var tooltip: String?
}
