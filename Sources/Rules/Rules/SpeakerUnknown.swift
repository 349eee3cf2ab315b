import SourceText
import Transcript

extension Rule {
  /// A label that is nobody's on any list of people: the guests of the metadata, the speakers of the configuration, the
  /// people of the site.
  ///
  /// Silent where there is no such list. A first name, a name cut short and a configured alias will do. Somebody who is
  /// listed and does not speak under their name speaks under another one, and hosts are rarely listed: for each of them the
  /// most frequent of the unknown labels is left alone.
  static let speakerUnknown = Rule(
    "speaker-unknown", .warning, fix: .offered,
    summary: "A label is not the name of anybody on a list of people.",
    why: "Either the label is wrong and the words belong to somebody else, or a guest is missing from the list.",
    looks: .atDocument(.frame) { reading, report in
      let people = report.surroundings.people
      guard let roster = Roster(reading, report.settings, people) else { return }
      let labels = reading.labels
      let total = labels.reduce(0) { $0 + $1.count }
      var known: [String] = []
      var present: Set<Int> = []
      var unknown: [(id: Speakers.ID, label: String, count: Int)] = []
      for entry in labels.prefix(500) {
        let name = FoldedName(entry.label)
        if let place = roster.entry(for: name) {
          present.insert(place)
          known.append(entry.label)
        } else if people?.hasSpeaker(name) ?? false {
          known.append(entry.label)
        } else if isName(entry.label) {
          unknown.append(entry)
        }
      }
      guard !unknown.isEmpty else { return }
      let silent = roster.entries.indices.filter { roster.entries[$0].isGuest && !present.contains($0) }
      let excused = unknown.prefix(silent.count + (roster.hasHost ? 0 : 1)).filter { $0.count * 20 >= total }
      let counts = Dictionary(uniqueKeysWithValues: labels.map { ($0.label, $0.count) })
      let candidates = excused.map(\.label) + known + silent.compactMap { roster.entries[$0].name }
      for entry in unknown.dropFirst(excused.count) {
        let isMisspelt = labels.contains {
          $0.count >= 5 * entry.count && FoldedName($0.label).isSimilar(to: FoldedName(entry.label))
        }
        guard !isMisspelt, let range = reading.firstLabel(of: entry.id) else { continue }
        // Who says as much as somebody else is not that one under a wrong name.
        report(
          range, "“\(entry.label)” is on no list of people who speak here.",
          fixes: likeliest(candidates, for: entry.label) { counts[$0].map { $0 >= 2 * entry.count } ?? true }
            .prefix(4).map { reading.renaming(entry.id, to: $0) })
      }
    })
}

/// Whether a label is somebody's name and has no finding of its own.
private func isName(_ label: String) -> Bool {
  NameShape(label).isName && LabelShape(label).name == label && !isPlaceholder(label) && !isRole(label)
}

/// The names that are like a label, the likest first, and then those of the others that are plausible, in their order.
private func likeliest(_ names: [String], for label: String, isPlausible: (String) -> Bool) -> [String] {
  let folded = FoldedName(label)
  let measured = names.enumerated().map { (place: $0, name: $1, distance: folded.distance(to: FoldedName($1)) ?? .max) }
  return measured.filter { $0.distance < .max || isPlausible($0.name) }
    .sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.map(\.name)
}
