import Transcript

extension Rule {
  static let srtBlankLine = Rule(
    "srt-blank-line", .warning, fix: .safe,
    summary: "No empty line stands between two cues.",
    why: "Some readers take the next cue for text of the one above and show its number and its times.",
    halfWritten: .unit,
    looks: .atFaults([.subRipBlankLineMissing, .subRipBlankLineNotEmpty]) { reading, fault, block, report in
      let isMissing = fault.fault == .subRipBlankLineMissing
      report(
        reading.range(of: fault, in: block),
        isMissing
          ? "No empty line stands above this cue."
          : "The line between two cues has blanks in it, and some readers take it for text.",
        fixes: [
          Fix(
            isMissing ? "Add an empty line" : "Remove the blanks", [.mend(block: block, fault, .respell)], in: reading,
            isSafe: true)
        ])
    })
}
