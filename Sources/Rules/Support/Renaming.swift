import SourceText
import Transcript

extension Reading {
  /// A repair that gives all segments with a label another one.
  func renaming(_ speaker: Speakers.ID, to name: String, isSafe: Bool = false) -> Fix {
    let labels = segments(of: speaker).compactMap { block in part(.speaker, of: block).map { (part: $0, block: block) }
    }
    let edits = labels.map { Edit(scalar($0, in: $1), $0.quoting == .none ? name : Scalar.encode(name)) }
    let title = edits.count > 1 ? "Change all \(edits.count) to \(name)" : "Change to \(name)"
    guard isSafe else { return Fix(title, edits: edits) }
    return Fix(title, altering: labels.map { .value(at: range(of: $0, in: $1), name) }, edits: edits)
  }

  /// Where a label stands first.
  func firstLabel(of speaker: Speakers.ID) -> Range<Int>? {
    segments(of: speaker).first.flatMap { range(.speaker, of: $0) }
  }

  /// The labels that are some, with what they say, the most frequent first.
  var labels: [(id: Speakers.ID, label: String, count: Int)] {
    let speakers = episode.speakers
    return speakers.all.filter(speakers.isConfirmed)
      .map { (id: $0, label: speakers.label(of: $0), count: speakers.count(of: $0)) }
      .sorted { ($1.count, $0.label) < ($0.count, $1.label) }
  }
}
