import SourceText
import Transcript

extension Reading {
  /// Whether a caret stands at a part: in it, behind it, or on the marks that open it, `(`, `\[`, `'` or `**`. An editor whose caret is a
  /// block shows it on the mark where the person means what the mark opens.
  ///
  /// - Parameters:
  ///   - caret: in bytes of the text.
  ///   - part: in bytes of the text; not empty.
  func isAt(_ caret: Int, _ part: Range<Int>) -> Bool {
    if part.touches(caret) { return true }
    guard caret < part.lowerBound, part.lowerBound - caret <= mostMarks else { return false }
    return text.bytes[caret..<part.lowerBound].allSatisfy(openingMarks.contains)
  }
}

/// In bytes.
private let mostMarks = 4
private let openingMarks = ByteSet("'\"([{<*_\\")
