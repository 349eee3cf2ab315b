import Transcript

extension Rule {
  /// Clips, intros and questions from the audience have such speakers, so this rule is off by default.
  static let speakerOnce = Rule(
    "speaker-once", .information, isOn: false,
    summary: "A label occurs only once.",
    why: "A label that occurs only once may be a mistyped one.",
    looks: .atDocument(.frame) { reading, report in
      let labels = reading.labels
      guard labels.count > 1 else { return }
      for (id, label, count) in labels.prefix(500) where count == 1 {
        let hasOwnFinding = !NameShape(label).isName || LabelShape(label).name != label || isPlaceholder(label)
        guard !hasOwnFinding, let range = reading.firstLabel(of: id) else { continue }
        report(range, "“\(label)” speaks only here.")
      }
    })
}
