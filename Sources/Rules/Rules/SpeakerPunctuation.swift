import SourceText
import Transcript

extension Rule {
  /// The full stop of an initial or of “Jr.” belongs to the name.
  static let speakerPunctuation = Rule(
    "speaker-punctuation", .warning, fix: .safe,
    summary: "A label has a colon, a full stop, a comma or a blank at its end.",
    why: "The page shows the mark, and programs take the label for another speaker.",
    looks: .atDocument(.frame) { reading, report in
      for (id, label, _) in reading.labels.prefix(500) {
        let shape = LabelShape(label)
        guard shape.name != label, !shape.hasMarkup, !shape.name.isEmpty, NameShape(label).isName,
          let range = reading.firstLabel(of: id)
        else { continue }
        let mark = label.last.map { $0.isWhite ? "blank" : "“\($0)”" } ?? ""
        let place = label.dropFirst().elementsEqual(shape.name) ? "blank before" : "\(mark) behind"
        report(
          range, "There is a \(place) the name.",
          fixes: [reading.renaming(id, to: shape.name, isSafe: true)])
      }
    })
}
