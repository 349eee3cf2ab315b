import SourceText
import Transcript

extension RewritePlace {
  /// To wrap the lines of the turn at the cursor or of the selected turns, and to join them.
  func linesRewrites() -> [Rewrite] {
    let words = chosen.compactMap { segment in
      reading.part(.words, of: segment).flatMap { $0.length > 0 ? (block: segment, part: $0) : nil }
    }
    return words.isEmpty ? [] : dividing(reading, of: words, what: whatIsChosen)
  }
}

/// The same for a value at the cursor that nobody says.
func valueLinesRewrites(_ reading: Reading, at range: Range<Int>) -> [Rewrite] {
  reading.value(at: range).map { dividing(reading, of: [$0], what: "this value") } ?? []
}

/// Nothing where the notation has each text on one line.
///
/// - Parameter what: is wrapped or joined, for people.
private func dividing(_ reading: Reading, of texts: [(block: Int, part: Part)], what: String) -> [Rewrite] {
  func rewrite(_ title: String, _ lines: TextLines, _ obstacle: String?) -> Rewrite {
    let changes = texts.map { Change.setLines(block: $0.block, $0.part, lines) }
    return Rewrite(
      kind: .lines, title: title, outcome: obstacle.map(Rewrite.Outcome.unavailable) ?? .changes(changes))
  }
  let hasLines = texts.contains { text in
    reading.text.bytes[reading.range(of: text.part, in: text.block)].contains(where: Ascii.isLineEnd)
  }
  // Of many texts not all are tried here: the notation holds lines or does not.
  let first = texts[0]
  let mayWrap = reading.edits(for: [.setLines(block: first.block, first.part, .wrapped)]) != nil
  guard mayWrap || hasLines else { return [] }
  return [
    rewrite("Wrap the lines of \(what)", .wrapped, mayWrap ? nil : "Here a text has to stay on its lines."),
    rewrite("Join the lines of \(what)", .joined, hasLines ? nil : "No line ends inside of it."),
  ]
}
