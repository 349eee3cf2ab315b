import SourceText

/// Finds lines for a text that change nothing in what is read.
struct LineChoice {
  private let content: Range<Int>
  private let text: Text
  private let lineEnd: String
  /// Whether what stands there may be replaced by other bytes.
  private let says: ([UInt8]) -> Bool
  private var said: JointedText

  /// - Parameters:
  ///   - said: what is said.
  ///   - content: the block in which it is said.
  ///   - says: whether a block is read as this one.
  init(_ said: JointedText, in content: Range<Int>, of text: Text, says: @escaping ([UInt8]) -> Bool) {
    (self.said, self.content, self.text, self.says) = (said, content, text, says)
    // Where the lines of this text are indented, those that begin now are, too.
    let end = said.joints.first(where: \.isLineEnd)?.range
    let blanks = end.map { text.bytes[text.range(ofLine: text.line(at: $0.upperBound)).lowerBound..<$0.upperBound] }
    lineEnd = text.lineEnding(at: content.lowerBound) + String(decoding: blanks ?? [], as: UTF8.self)
  }

  /// The edits for the first choice of lines that is read like what stands there. A joint that would be read otherwise stays
  /// as it is, and the lines are chosen again. Nil where the text has to stay on its lines.
  mutating func edits(_ choose: (JointedText) -> [Int]) -> [Edit]? {
    for _ in 0..<Self.mostChoices {
      let edits = said.edits(endingAt: choose(said), lineEnd)
      if isRead(edits.map(\.edit)) { return edits.map(\.edit) }
      let wrong = edits.filter { !isRead([$0.edit]) }
      guard !wrong.isEmpty else { return nil }
      for edit in wrong { said.joints[edit.joint].pin() }
    }
    return nil
  }

  private static let mostChoices = 4

  private func isRead(_ edits: [Edit]) -> Bool {
    guard !edits.isEmpty else { return true }
    var composition = EditComposition(text)
    composition.add(edits)
    return composition.composed(in: content).map(says) ?? false
  }
}
