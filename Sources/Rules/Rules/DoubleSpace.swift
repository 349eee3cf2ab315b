import SourceText
import Transcript

extension Rule {
  /// Left alone: blanks at the end of a line, which mean something in Markdown; blanks at its beginning, which are an
  /// indent; and blanks before a comma, which another rule reports.
  static let doubleSpace = Rule(
    "double-space", .hint, fix: .safe,
    summary: "Two or more blanks stand between words.",
    why: "Exports and search take the second blank for a part of the text; it is left over from an edit.",
    options: [afterSentences],
    looks: .atPassage(.doubleBlank) { passage, report in
      let bytes = passage.bytes
      let shields = passage.shields
      var index = 0
      while index < bytes.count {
        guard isBlank(bytes[index]) else {
          index += 1
          continue
        }
        let start = index
        while index < bytes.count, isBlank(bytes[index]) { index += 1 }
        let run = start..<index
        guard run.count > 1, start > 0, index < bytes.count, bytes[start - 1] != 0x0A, bytes[index] > 0x20 else {
          continue
        }
        let endsSentence = ByteSet(".?!").contains(bytes[start - 1])
        if marks.contains(bytes[index]) || shields.hold(run) || endsSentence && !report.flag(afterSentences) {
          continue
        }
        report(
          passage.source(run), "There are \(run.count) blanks here.",
          fixes: [passage.fix("Keep one blank", run, " ", altering: .blanks)])
      }
    })
}

private let marks = ByteSet(".,;:?!")
private let afterSentences = Rule.Option(
  "afterSentences", .flag(true), "Whether two blanks after a sentence are reported, too.")

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
