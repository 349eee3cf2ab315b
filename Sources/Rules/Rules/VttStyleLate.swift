import Transcript

extension Rule {
  static let vttStyleLate = Rule(
    "vtt-style-late", .error, fix: .offered,
    summary: "A style sheet stands below the first cue.",
    why: "Players drop it, so the cues do not look as they were meant to.",
    looks: .atFaults([.styleLate]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          reading.movingAboveCues(block)
        ])
    })
}
