import Transcript

extension Rule {
  static let vttStrayText = Rule(
    "vtt-stray-text", .error, fix: .offered,
    summary: "Text belongs to no cue.",
    why: "Players do not show it; often it is the rest of the cue above, behind a blank line that should not be there.",
    halfWritten: .unit,
    looks: .atFaults([.strayText]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Join it to the cue above", [.mend(block: block, fault, .join)], in: reading)
        ])
    })
}
