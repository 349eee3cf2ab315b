import SourceText
import Transcript

extension Rule {
  /// Reports a label that is on none of the lists of people: the guests in the metadata, the speakers in the
  /// configuration, the people of the site.
  ///
  /// Without such a list, nothing is reported. A first name, a shortened name and a configured alias count as the name.
  /// Some unknown labels are left alone, the most frequent first: one for each listed person who does not speak under
  /// their own name, and one for the host, since hosts are rarely listed.
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
      // Where none of those on the list speaks and more speak than are on it, it lists something else.
      guard !unknown.isEmpty, !present.isEmpty || unknown.count <= roster.entries.count + 1 else { return }
      let silent = roster.entries.indices.filter { roster.entries[$0].isGuest && !present.contains($0) }
      let excused = unknown.prefix(silent.count + (roster.hasHost ? 0 : 1)).filter { $0.count * 20 >= total }
      // These are on no list either, so they are offered only where they are similar.
      let unlisted = Set(excused.map(\.label))
      let counts = Dictionary(uniqueKeysWithValues: labels.map { ($0.label, $0.count) })
      let candidates = excused.map(\.label) + known + silent.compactMap { roster.entries[$0].name }
      for entry in unknown.dropFirst(excused.count) {
        let isMisspelt = labels.contains {
          $0.count >= 5 * entry.count && FoldedName($0.label).isSimilar(to: FoldedName(entry.label))
        }
        guard !isMisspelt, let range = reading.firstLabel(of: entry.id) else { continue }
        // A person who says as much as another one is not that person under a wrong name.
        report(
          range, "“\(entry.label)” is on no list of people who speak here.",
          fixes: likeliest(candidates, for: entry.label) { name in
            !unlisted.contains(name) && counts[name].map { $0 >= 2 * entry.count } ?? true
          }
          .prefix(4).map { reading.renaming(entry.id, to: $0) })
      }
    })
}

/// Whether a label is a name that no other rule reports.
private func isName(_ label: String) -> Bool {
  NameShape(label).isName && LabelShape(label).name == label && !isPlaceholder(label) && !isRole(label)
}

/// The names that are similar to a label, the most similar first; then the plausible ones among the others, in their
/// order.
private func likeliest(_ names: [String], for label: String, isPlausible: (String) -> Bool) -> [String] {
  let folded = FoldedName(label)
  let measured = names.enumerated().map { (place: $0, name: $1, distance: folded.distance(to: FoldedName($1)) ?? .max) }
  return measured.filter { $0.distance < .max || isPlausible($0.name) }
    .sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.map(\.name)
}
