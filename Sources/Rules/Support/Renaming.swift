import SourceText
import Transcript

extension Reading {
  /// A fix that gives all segments with a label another one.
  func renaming(_ speaker: Speakers.ID, to name: String, isSafe: Bool = false) -> Fix? {
    let blocks = segments(of: speaker)
    let title = blocks.count > 1 ? "Change all \(blocks.count) to \(name)" : "Change to \(name)"
    return Fix(title, blocks.map { .setSpeaker(block: $0, name) }, in: self, isSafe: isSafe)
  }

  /// The first place of a label.
  func firstLabel(of speaker: Speakers.ID) -> Range<Int>? {
    segments(of: speaker).first.flatMap { range(.speaker, of: $0) }
  }

  /// The confirmed labels with their text, the most frequent first.
  var labels: [(id: Speakers.ID, label: String, count: Int)] {
    let speakers = episode.speakers
    return speakers.all.filter(speakers.isConfirmed)
      .map { (id: $0, label: speakers.label(of: $0), count: speakers.count(of: $0)) }
      .sorted { ($1.count, $0.label) < ($0.count, $1.label) }
  }
}
