import SourceText
import Transcript

extension Rule {
  /// A label that is nearly the same as one five times as frequent: a slip of the keys splits one person in two.
  ///
  /// Left alone: labels whose digits differ (`Speaker 1`, `Speaker 2`), names of four letters and less unless two of
  /// them are swapped (Jan and Dan are two people), and names with a word that begins differently (Benson and Manson).
  static let speakerSimilar = Rule(
    "speaker-similar", .warning, repair: .offered,
    summary: "A label differs by a letter or two from one that is far more frequent in the file.",
    why: "Two spellings make two people: shares of the talk, links and search are wrong for both.",
    looks: .atDocument(.frame) { reading, report in
      let speakers = reading.episode.speakers
      let labels = speakers.all.filter(speakers.isConfirmed).sorted { speakers.count(of: $0) > speakers.count(of: $1) }
      // The frequent labels of a conversation are few; what has hundreds is no transcript to compare names in.
      let frequent = labels.prefix(50).filter { speakers.count(of: $0) >= 5 }
        .map { (id: $0, name: FoldedName(speakers.label(of: $0))) }
      var meant: [Speakers.ID: Speakers.ID] = [:]
      for label in labels.prefix(500) {
        let written = speakers.label(of: label)
        // Marks around a name and behind it have findings of their own.
        guard LabelShape(written).name == written else { continue }
        let name = FoldedName(written)
        meant[label] =
          frequent.first {
            $0.id != label && speakers.count(of: $0.id) >= 5 * speakers.count(of: label) && $0.name.isSimilar(to: name)
          }?.id
      }
      guard !meant.isEmpty else { return }
      for index in reading.episode.rows.indices {
        guard let speaker = reading.speaker(of: index), let other = meant[speaker],
          let part = reading.part(.speaker, of: index)
        else { continue }
        let name = speakers.label(of: other)
        let range = reading.range(of: part, in: index)
        func rename(_ block: Int) -> Edit? {
          reading.part(.speaker, of: block).map {
            Edit(reading.scalar($0, in: block), $0.quoting == .none ? name : Scalar.encode(name))
          }
        }
        var fixes = [Fix("Change to \(name)", edits: [rename(index)].compactMap { $0 })]
        let all = reading.segments(of: speaker)
        // A label that stands in thousands of places is mended everywhere from the first one.
        if all.count > 1, all.count <= mostPlaces || all.first == index {
          fixes.append(Fix("Change all \(all.count) to \(name)", edits: all.compactMap(rename)))
        }
        let count = speakers.count(of: other)
        report(range, "“\(speakers.label(of: speaker))” is nearly “\(name)”, who speaks \(count) times.", fixes: fixes)
      }
    })
}

private let mostPlaces = 50
