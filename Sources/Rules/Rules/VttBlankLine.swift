import Transcript

extension Rule {
  static let vttBlankLine = Rule(
    "vtt-blank-line", .warning, fix: .safe,
    summary: "A blank line is missing above a cue or below the first line.",
    why: "Browsers read the cue nevertheless; other tools take it for the text above it.",
    halfWritten: .line,
    looks: .atFaults([.blankLineMissing]) { reading, fault, block, report in
      // An arrow among the words is no new cue, and has a finding of its own.
      if reading.blocks.parts(of: block).contains(where: { $0.fault == .arrowInText }) { return }
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Add a blank line", [.mend(block: block, fault, .respell)], in: reading, isSafe: true)
        ])
    })
}
