import SourceText
import Transcript

extension Rule {
  /// Reports a label that is nearly the same as another one that is at least five times as frequent: a typing slip
  /// makes two people of one.
  ///
  /// Left alone: labels whose digits differ (`Speaker 1`, `Speaker 2`), names of up to four letters unless two of them
  /// are swapped (Jan and Dan are two people), and names with a word that begins differently (Benson and Manson).
  static let speakerSimilar = Rule(
    "speaker-similar", .warning, fix: .offered,
    summary: "A label differs by a letter or two from one that is far more frequent in the file.",
    why: "Two spellings make two people: shares of the talk, links and search are wrong for both.",
    looks: .atDocument(.frame) { reading, report in
      let speakers = reading.episode.speakers
      // Marks around a name are reported by other rules, so `Tome:` and `Tome` count as one spelling here.
      var spellings: [String: Int] = [:]
      let labels = reading.labels.prefix(500).map { entry in
        let name = LabelShape(entry.label).name
        spellings[name, default: 0] += entry.count
        return (id: entry.id, written: entry.label, name: name)
      }
      // A conversation has few frequent labels. A file with hundreds of them is not compared completely.
      let frequent = spellings.filter { $0.value >= 5 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(50)
        .map { (name: $0.key, count: $0.value, folded: FoldedName($0.key)) }
      guard !frequent.isEmpty, labels.count > 1 else { return }
      var meant: [Speakers.ID: (name: String, count: Int)] = [:]
      for label in labels where label.name == label.written {
        let folded = FoldedName(label.name)
        let count = spellings[label.name] ?? 0
        meant[label.id] = frequent.first {
          $0.name != label.name && $0.count >= 5 * count && $0.folded.isSimilar(to: folded)
        }.map { ($0.name, $0.count) }
      }
      guard !meant.isEmpty else { return }
      // The fix is the same for all segments with the label, so it is made once.
      var everywhere: [Speakers.ID: (segments: [Int], fix: Fix?)] = [:]
      for index in reading.episode.rows.indices {
        guard let speaker = reading.speaker(of: index), let (name, count) = meant[speaker],
          let part = reading.part(.speaker, of: index)
        else { continue }
        let range = reading.range(of: part, in: index)
        func rename(_ blocks: [Int], _ title: String) -> Fix? {
          Fix(title, blocks.map { .setSpeaker(block: $0, name) }, in: reading)
        }
        func fixes() -> [Fix?] {
          if everywhere[speaker] == nil {
            let all = reading.segments(of: speaker)
            everywhere[speaker] = (all, all.count > 1 ? rename(all, "Change all \(all.count) to \(name)") : nil)
          }
          let here = rename([index], "Change to \(name)")
          // If a label stands in thousands of places, only the first finding has the fix for all of them.
          guard let (all, fix) = everywhere[speaker], all.count <= mostPlaces || all.first == index else {
            return [here]
          }
          return [here, fix]
        }
        report(
          range, "“\(speakers.label(of: speaker))” is nearly “\(name)”, who speaks \(count) times.", fixes: fixes())
      }
    })
}

private let mostPlaces = 50
