import Transcript

extension Rule {
  static let vttWordTime = Rule(
    "vtt-word-time", .warning, fix: .offered,
    summary:
      "The time of a word in a cue cannot be read, lies outside of the cue, or is not later than the one before it.",
    why: "The words light up at the wrong moment, all at once, or never.",
    halfWritten: .unit,
    looks: .atFaults([.wordTimeMalformed, .wordTimeOutside, .wordTimeOrder]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Remove the time", [.mend(block: block, fault, .removeEntry)], in: reading)
        ])
    })
}
