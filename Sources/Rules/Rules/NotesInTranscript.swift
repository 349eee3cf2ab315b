import SourceText
import Transcript

extension Rule {
  /// Reports three or more lines in a row that begin with rising times, all earlier than the current time: a list of
  /// chapters that was pasted with the text.
  static let notesInTranscript = Rule(
    "notes-in-transcript", .warning, fix: .offered,
    summary: "A list of times and titles stands among the words of the transcript.",
    why: "Nobody said this; it is counted and shown as words of the last speaker, or as headers.",
    looks: .atDocument(.frame) { reading, report in
      for run in reading.notes(reads: { report.readWords(of: $0) }) {
        let ranges = run.compactMap { reading.range(.words, of: $0) ?? reading.range(.title, of: $0) }
        guard let first = ranges.first else { continue }
        report(
          first, "Here a list of \(run.count) lines begins that nobody said: their times lie before this moment.",
          related: ranges.dropFirst().map { Finding.Related(range: $0, message: "This line belongs to the list.") },
          fixes: [Fix("Remove the \(run.count) lines", run.map { .remove(block: $0) }, in: reading)])
      }
    })
}
