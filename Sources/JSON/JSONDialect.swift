/// What a text may have besides the JSON of RFC 8259, and what it may not.
public struct JSONDialect: Sendable {
  /// How many arrays and objects may stand in one another. The reader calls itself for each, so deeper text is an error
  /// instead of the end of the thread's stack.
  public let nestingLimit: Int
  /// Whether a person writes the text.
  let isWrittenByHand: Bool

  /// What a program sends.
  ///
  /// Three tolerances keep a document in step with its editor, where a strict reader would drop the change. Half a
  /// surrogate pair, which an editor sends when half an emoji was typed or deleted, becomes U+FFFD, and so does invalid
  /// UTF-8. Control characters that should have been escaped are taken as they are.
  public static let message = JSONDialect(nestingLimit: 512, isWrittenByHand: false)

  /// What a person writes: with `//` and `/* */` comments and a comma behind the last item. A string ends on its line,
  /// so that a lost quote is reported where it is missing; half a surrogate pair is a mistake.
  public static let configuration = JSONDialect(nestingLimit: 32, isWrittenByHand: true)
}
