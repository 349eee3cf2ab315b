import SourceText
import Transcript

/// The marks of one segment whose partners may stand in another paragraph of the same turn. They are kept with the
/// segment, so that after a keystroke nothing but these has to be looked at in the others.
struct LooseMarks: Sendable {
  /// The index of the rule that found them.
  var rule = 0
  /// The marks that open something and are not closed, and those that close something and are not opened. In bytes of the
  /// text, or of the block while they are kept.
  var opening: [Range<Int>]
  var closing: [Range<Int>]
  /// What becomes of the mark with which the words begin, as each paragraph of a long quotation does; nil where they begin
  /// otherwise.
  var beginning: Beginning?

  enum Beginning: Sendable {
    /// It is closed in the same segment.
    case closed
    /// It is the first of those that are not.
    case open
  }

  var isEmpty: Bool { opening.isEmpty && closing.isEmpty && beginning == nil }

  /// The number of marks.
  var count: Int { opening.count + closing.count }

  func shifted(by delta: Int) -> LooseMarks {
    var shifted = self
    shifted.opening = opening.map { $0.shifted(by: delta) }
    shifted.closing = closing.map { $0.shifted(by: delta) }
    return shifted
  }
}

extension Reading {
  /// Calls `body` with the loose marks of each turn: of neighbouring segments that one speaker says. Marks of segments for
  /// which no speaker is named are left out, since nobody knows which of these belong together.
  ///
  /// - Parameter marks: in the order of the text.
  func forEachTurn(with marks: [(block: Int, marks: LooseMarks)], _ body: (ArraySlice<LooseMarks>) -> Void) {
    let loose = marks.map(\.marks)
    var first = 0
    var speaker: Speakers.ID?
    for index in marks.indices {
      let (isConnected, named) = label(of: marks[index].block, downTo: index > 0 ? marks[index - 1].block : nil)
      if isConnected, named == nil || named == speaker { continue }
      if speaker != nil { body(loose[first..<index]) }
      (first, speaker) = (index, named)
    }
    if speaker != nil { body(loose[first...]) }
  }

  /// The label of the turn to which a segment belongs, as far as no other segment is passed.
  ///
  /// - Parameter last: a segment above it.
  /// - Returns: Whether the same turn may hold that segment, and the label.
  private func label(of block: Int, downTo last: Int?) -> (isConnected: Bool, named: Speakers.ID?) {
    var named: Speakers.ID?
    var index = block
    while index != last {
      let own = speaker(of: index)
      if let named, let own, named != own { return (false, named) }
      named = own ?? named
      guard index > 0, kind(of: index - 1) == .segment, own != nil || blocks[index].continuesSpeaker else {
        return (false, named)
      }
      index -= 1
      if last == nil, named != nil { break }
    }
    return (last != nil, named)
  }
}
