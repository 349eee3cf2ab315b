import SourceText
import Transcript

extension Rule {
  /// Such a passage is not a mistake, and the findings are a list of work that is left. The message gives the time of
  /// the passage if the file has times.
  static let uncertainPassage = Rule(
    "uncertain-passage", .information,
    summary: "The transcriber could not hear what was said, or was not sure.",
    why:
      "Somebody who knows the subject can often fill it in; most corrections that listeners send do just that.",
    options: [also],
    looks: .atPassage([.bracket, .doubleMark]) { passage, report in
      var shields: Shields?
      func isShielded(_ range: Range<Int>) -> Bool {
        if shields == nil { shields = passage.shields }
        return shields?.hold(range) == true
      }
      let words = Set(report.words(also))
      var found: [(range: Range<Int>, time: String?)] = []
      if passage.signs.contains(.bracket) {
        var verdicts = NoteVerdicts<Bool>()
        for note in passage.notes
        where verdicts.verdict(of: note, { isUncertain($0, words) }) && !isShielded(note.range) {
          found.append((note.range, note.time))
        }
      }
      if passage.signs.contains(.doubleMark) {
        for range in gaps(passage.bytes) where !isShielded(range) { found.append((range, nil)) }
      }
      for (range, time) in found {
        let place =
          if let time { " at \(time)" } else if let start = passage.start { " after \(start.description)" } else { "" }
        report(passage.source(range), "“\(passage.string(range))”: what was said\(place) is uncertain.")
      }
    })
}

private let also = Rule.Option("also", .words([]), "More words, in lower case, that mark what could not be heard.")

/// Words that mark an inaudible passage only if nothing but a time follows.
private let unheardAlone: Set<String> = [
  "unclear", "garbled", "ph", "sp", "blank audio", "blank_audio", "audio", "no audio", "audio cuts out",
  "audio cut out",
  "audio cut", "audio drops", "audio drops out", "audio breaks up", "audio lost", "audio missing", "lost audio",
  "cuts out",
  "skip in audio", "audio glitch", "foreign language", "not audible",
]

private func isUncertain(_ note: Note, _ also: Set<String>) -> Bool {
  let words = note.words
  guard let first = words.first else {
    // `[??]`, `(?)`.
    return note.text.contains("?") && note.text.allSatisfy { "?. ".contains($0) }
  }
  if unheardNotes.contains(first) || also.contains(String(first)) { return true }
  let text = words.joined(separator: " ")
  if unheardAlone.contains(text) || also.contains(text) { return note.isSquare || text != "sp" }
  // A guess: `[Lovelace?]`.
  return note.isSquare && words.count <= 3 && note.text.hasSuffix("?") && !note.text.dropLast().contains("?")
}

extension Note {
  /// The time inside the note, as written.
  fileprivate var time: String? {
    text.split { !$0.isNumber && $0 != ":" && $0 != "." }.map(String.init).first { $0.contains(":") }
  }
}

/// `??` by itself, or behind a word if the sentence continues in lower case: something is missing there. At the end of
/// a sentence, two marks are emphasis.
private func gaps(_ bytes: [UInt8]) -> [Range<Int>] {
  let question = UInt8(ascii: "?")
  var gaps: [Range<Int>] = []
  var index = 0
  while index < bytes.count {
    let run = bytes[index...].prefix { $0 == question }
    defer { index += max(1, run.count) }
    guard run.count == 2 || run.count == 3, index > 0, bytes[index - 1] <= 0x20 else { continue }
    let behind = bytes[(index + run.count)...].drop { $0 == 0x20 || $0 == 0x0A || $0 == UInt8(ascii: ",") }
    guard behind.startIndex > index + run.count, let next = behind.first, isLower(next) else { continue }
    gaps.append(index..<(index + run.count))
  }
  return gaps
}
