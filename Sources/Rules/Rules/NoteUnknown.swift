import SourceText
import Transcript

extension Rule {
  static let noteUnknown = Rule(
    "note-unknown", .hint, repair: .offered,
    summary: "A note in brackets is one slip away from one that everybody uses.",
    why: "Programs that style, count or remove notes know the usual words and pass over the others.",
    options: [known],
    looks: .atPassage(.bracket) { passage, report in
      let notes = passage.notes
      guard !notes.isEmpty else { return }
      let shields = passage.shields
      for note in notes where !shields.hold(note.range) {
        // A long remark in brackets is somebody's; its last word says what was heard.
        guard let word = note.words.last, word.count >= 5, note.words.count <= (note.isSquare ? 3 : 1),
          note.text.hasSuffix(word), !soundNotes.contains(word), !soundNotes.contains(word + "s"),
          !report.words(known).contains(String(word)),
          let meant = soundNotes.filter({ isOneSlip(Array(word.utf8), Array($0.utf8)) }).min()
        else { continue }
        let end = note.content.upperBound
        let range = (end - word.utf8.count)..<end
        let isCapital = isUpper(passage.bytes[range.lowerBound])
        let written = isCapital ? meant.prefix(1).uppercased() + meant.dropFirst() : String(meant)
        report(
          passage.source(range), "“\(passage.string(range))” is nearly “\(written)”.",
          fixes: [Fix("Change to \(written)", passage.edit(range, written))])
      }
    })
}

private let known = Rule.Option("known", .words([]), "More words that notes may end with, in lower case.")

/// Whether one letter was added, left out, replaced or swapped with the next, and not the first.
private func isOneSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  a.first == b.first && min(a.count, b.count) >= 5 && editDistance(a, b, atMost: 1) == 1
}
