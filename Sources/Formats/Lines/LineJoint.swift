/// A place between two words at which a line ends or may end.
struct LineJoint {
  /// The blank, or the end of line with the blanks around it, in bytes of the text.
  var range: Range<Int>
  /// Whether a line ends there now.
  var isLineEnd: Bool
  /// Whether a line may end there.
  var mayEndLine: Bool
  /// Whether a blank may stand there.
  var mayBeBlank: Bool

  /// The joint stays as it is from now on.
  mutating func pin() {
    (mayEndLine, mayBeBlank) = (isLineEnd, !isLineEnd)
  }
}
