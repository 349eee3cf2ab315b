import Transcript

extension Rule {
  static let vttBlankLine = Rule(
    "vtt-blank-line", .warning, fix: .safe,
    summary: "A blank line is missing above a cue or below the first line.",
    why: "Browsers read the cue nevertheless; other tools take it for the text above it.",
    halfWritten: .line,
    looks: .atFaults([.blankLineMissing]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Add a blank line", [.mend(block: block, fault, .respell)], in: reading, isSafe: true)
        ])
    })
}
