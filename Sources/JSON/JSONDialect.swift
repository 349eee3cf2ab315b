/// The extensions and limits of a kind of JSON, compared with RFC 8259.
public struct JSONDialect: Sendable {
  /// How deep arrays and objects may be nested. The reader is recursive, so without this limit a deeply nested text
  /// would overflow the stack of the thread.
  public let nestingLimit: Int
  /// Whether a person writes the text.
  let isWrittenByHand: Bool

  /// JSON that was sent by a program.
  ///
  /// Three tolerances keep a document equal to the editor's where a strict reader would drop the change. Half of a
  /// surrogate pair, which an editor sends after half an emoji was typed or deleted, becomes U+FFFD, and so does
  /// invalid UTF-8. Control characters that should have been escaped are accepted.
  public static let message = JSONDialect(nestingLimit: 512, isWrittenByHand: false)

  /// JSON that was written by a person: `//` and `/* */` comments and a comma behind the last item are allowed. A
  /// string must end on its line, so that a missing quote is reported where it is missing. Half of a surrogate pair is
  /// an error.
  public static let configuration = JSONDialect(nestingLimit: 32, isWrittenByHand: true)
}
