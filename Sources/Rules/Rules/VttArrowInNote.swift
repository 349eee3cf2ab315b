import Transcript

extension Rule {
  static let vttArrowInNote = Rule(
    "vtt-arrow-in-note", .error, fix: .offered,
    summary: "An arrow `-->` stands in a comment, a style sheet or a region.",
    why: "It ends there, and what follows is shown to viewers or is lost.",
    halfWritten: .unit,
    looks: .atFaults([.arrowInComment, .arrowInStyle]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Write --&gt; for it", [.mend(block: block, fault, .escapeMark)], in: reading)
        ])
    })
}
