import SourceText
import Transcript

/// Edits after which as many line ends stand between two paragraphs as nearly everywhere in the file, but not more than
/// two.
func evenGaps(_ reading: Reading) -> [Edit] {
  let spelling = Spelling(reading)
  let most = 2
  var edits: [Edit] = []
  for block in reading.blocks.indices.dropLast() {
    guard let first = reading.piece(block), let second = reading.piece(block + 1),
      let usual = spelling.lineEnds(between: first, and: second)
    else { continue }
    let gap = reading.content(of: block).upperBound..<reading.blocks.range(of: block).upperBound
    let count = reading.text.line(at: gap.upperBound) - reading.text.line(at: gap.lowerBound)
    let wanted = min(usual, most)
    guard count != wanted, count > 0, !gap.isEmpty else { continue }
    let end = Array(reading.text.lineEnding(at: gap.lowerBound).utf8)
    let ends = Array(repeatElement(end, count: wanted).joined())
    edits.append(Edit(gap, ends))
  }
  return edits
}

extension Reading {
  /// Nil for what does not belong to the transcript.
  fileprivate func piece(_ block: Int) -> Spelling.Piece? {
    switch kind(of: block) {
    case .segment: .unit
    case .header: .title
    case .metadata, .prose, .conflict: nil
    }
  }
}
