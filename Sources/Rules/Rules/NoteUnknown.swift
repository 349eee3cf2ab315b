import SourceText
import Transcript

extension Rule {
  static let noteUnknown = Rule(
    "note-unknown", .hint, fix: .offered,
    summary: "A note in brackets is probably a misspelling of a usual one.",
    why: "Programs that style, count or remove notes know the usual words and pass over the others.",
    options: [known],
    looks: .atPassage(.bracket) { passage, report in
      let notes = passage.notes
      guard !notes.isEmpty else { return }
      let shields = passage.shields
      let further = Set(report.words(known))
      var misspellings = NoteVerdicts<Misspelling?>()
      for note in notes where !shields.hold(note.range) {
        guard let found = misspellings.verdict(of: note, { Misspelling($0, besides: further) }) else { continue }
        let meant = found.meant
        let end = note.content.upperBound
        let range = (end - found.length)..<end
        let isCapital = isUpper(passage.bytes[range.lowerBound])
        let written = isCapital ? meant.prefix(1).uppercased() + meant.dropFirst() : String(meant)
        report(
          passage.source(range), "“\(passage.string(range))” is nearly “\(written)”.",
          fixes: [Fix("Change to \(written)", passage.edit(range, written))])
      }
    })
}

private let known = Rule.Option("known", .words([]), "More words that notes may end with, in lower case.")

/// A note whose last word differs only slightly from a usual word.
private struct Misspelling {
  /// The length of the word, in bytes.
  let length: Int
  let meant: String

  /// A long remark in brackets may be anything, but its last word should name the sound.
  init?(_ note: Note, besides further: Set<String>) {
    let words = note.words
    guard let word = words.last, word.utf8.count >= 5, words.count <= (note.isSquare ? 3 : 1),
      note.text.hasSuffix(word), !further.contains(String(word)), let meant = usualNote(near: word)
    else { return nil }
    (length, self.meant) = (word.utf8.count, meant)
  }
}

/// The usual note that differs from the word in one letter: left out, added, replaced, or swapped with the next one.
/// The first letter must be the same.
private func usualNote(near word: Substring) -> String? {
  guard !soundNotes.contains(word), !soundNotes.contains(word + "s") else { return nil }
  let letters = Array(word.utf8)
  let near = soundNotes.filter { note in
    note.utf8.first == letters.first && note.utf8.count >= 5 && abs(note.utf8.count - letters.count) <= 1
      && editDistance(letters, Array(note.utf8), atMost: 1) == 1
  }
  return near.min().map(String.init)
}
