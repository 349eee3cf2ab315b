import Transcript

extension Rule {
  static let speakerPlaceholder = Rule(
    "speaker-placeholder", .information, fix: .offered,
    summary: "A label is a placeholder that a program wrote instead of a name.",
    why: "Readers do not learn who speaks, and a search for the name does not find what was said.",
    looks: .atDocument(.frame) { reading, report in
      let placeholders = reading.labels.prefix(500).filter { isPlaceholder($0.label) }
      guard !placeholders.isEmpty else { return }
      let others = reading.labels.prefix(500).filter { !isPlaceholder($0.label) }.map { FoldedName($0.label) }
      let listed = Roster(reading, report.settings, report.surroundings.people)?.entries ?? []
      // The placeholder does not stand for people who also speak under their own names.
      let names = listed.filter { entry in
        !others.contains { label in entry.spellings.contains { $0.mayBeCalled(label) } }
      }.compactMap(\.name)
      for (id, label, count) in placeholders {
        guard let range = reading.firstLabel(of: id) else { continue }
        let segments = count == 1 ? "one segment" : "\(count) segments"
        report(
          range, "“\(label)” is the label of \(segments) and no name.",
          fixes: names.prefix(4).map { reading.renaming(id, to: $0) })
      }
    })
}
