import Transcript

extension Rule {
  static let vttArrowInText = Rule(
    "vtt-arrow-in-text", .error, fix: .offered,
    summary: "An arrow `-->` stands among what is said.",
    why: "Players take the line for the times of a cue and drop it.",
    halfWritten: .unit,
    looks: .atFaults([.arrowInText]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Write --&gt; for it", [.mend(block: block, fault, .escapeMark)], in: reading)
        ])
    })
}
