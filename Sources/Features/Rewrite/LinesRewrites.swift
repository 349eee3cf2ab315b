import SourceText
import Transcript

extension RewritePlace {
  /// To wrap the lines of the turn at the cursor or of the selected turns, and to join them.
  ///
  /// - Parameter cues: how lines of cues are broken.
  func linesRewrites(cues: LineBreaking) -> [Rewrite] {
    let words = chosen.compactMap { segment in
      reading.part(.words, of: segment).flatMap { $0.length > 0 ? (block: segment, part: $0) : nil }
    }
    return words.isEmpty ? [] : dividing(reading, of: words, cues, what: whatIsChosen)
  }
}

/// The same for a value at the cursor that nobody says.
func valueLinesRewrites(_ reading: Reading, at range: Range<Int>) -> [Rewrite] {
  reading.value(at: range).map { dividing(reading, of: [$0], .usual, what: "this value") } ?? []
}

/// Nothing where the notation has each text on one line.
///
/// - Parameter what: is wrapped or joined, for people.
private func dividing(
  _ reading: Reading, of texts: [(block: Int, part: Part)], _ cues: LineBreaking, what: String
) -> [Rewrite] {
  func rewrite(_ title: String, _ lines: TextLines, _ obstacle: String?) -> Rewrite {
    let changes = texts.map { Change.setLines(block: $0.block, $0.part, lines) }
    return Rewrite(
      kind: .lines, title: title, outcome: obstacle.map(Rewrite.Outcome.unavailable) ?? .changes(changes))
  }
  let hasLines = texts.contains { text in
    reading.text.bytes[reading.range(of: text.part, in: text.block)].contains(where: Ascii.isLineEnd)
  }
  // Of many texts not all are tried here: the notation holds lines or does not.
  func obstacle(to lines: TextLines) -> String? {
    let isPossible = reading.edits(for: [.setLines(block: texts[0].block, texts[0].part, lines)]) != nil
    return isPossible ? nil : "Here a text has to stay on its lines."
  }
  let toWrap = obstacle(to: .wrapped(cues: cues))
  guard toWrap == nil || hasLines else { return [] }
  return [
    rewrite("Wrap the lines of \(what)", .wrapped(cues: cues), toWrap),
    rewrite("Join the lines of \(what)", .joined, hasLines ? obstacle(to: .joined) : "No line ends inside of it."),
  ]
}
