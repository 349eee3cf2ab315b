import SourceText
import Transcript

/// What can be folded away: sections, turns of several lines, and front matter that is not transcript.
public func folds(_ reading: Reading) -> [Fold] {
  var folds: [Fold] = []
  let timeline = Timeline(reading)
  appendFrontMatter(reading, to: &folds)
  for section in reading.sections() {
    if let header = section.header, let last = section.segments.last {
      let range = reading.content(of: header).lowerBound..<reading.content(of: last).upperBound
      let span = timeline.span(of: section).map { " · " + phrase($0) } ?? ""
      append(Fold(range: range, kind: .section, collapsedText: (section.title ?? "") + span), reading, to: &folds)
    }
    for turn in reading.turns(of: section.segments) {
      let first = reading.content(of: turn.first)
      let range = first.lowerBound..<reading.content(of: turn.last).upperBound
      let label = turn.speaker.map { reading.episode.speakers.label(of: $0) + ": " } ?? ""
      let text = label + reading.firstWords(of: turn.first)
      append(Fold(range: range, kind: .turn, collapsedText: text), reading, to: &folds)
    }
  }
  return folds.sorted { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
}

private func appendFrontMatter(_ reading: Reading, to folds: inout [Fold]) {
  guard let first = reading.blocks.indices.first(where: { reading.blocks[$0].kind == .metadata }) else { return }
  var last = first
  while last + 1 < reading.blocks.count, reading.blocks[last + 1].kind == .metadata { last += 1 }
  let range = reading.content(of: first).lowerBound..<reading.content(of: last).upperBound
  append(Fold(range: range, kind: .frontMatter, collapsedText: reading.title ?? "front matter"), reading, to: &folds)
}

/// Appends a fold if it has more than one line.
private func append(_ fold: Fold, _ reading: Reading, to folds: inout [Fold]) {
  guard !fold.range.isEmpty,
    reading.text.line(at: fold.range.lowerBound) < reading.text.line(at: fold.range.upperBound - 1)
  else { return }
  var fold = fold
  fold.collapsedText = visible(fold.collapsedText)
  folds.append(fold)
}
