import Transcript

extension Rule {
  static let vttTag = Rule(
    "vtt-tag", .error, fix: .safe,
    summary: "A tag in the text of a cue is unknown, is never closed, or has words in it.",
    why: "Players drop the tag with everything up to the next `>`, so viewers miss words that stand in the file.",
    halfWritten: .unit,
    looks: .atFaults([.tagUnknown, .tagNotClosed, .tagWords]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          fault.fault == .tagWords
            ? Fix("Close the tag before the words", [.mend(block: block, fault, .respell)], in: reading)
            : Fix("Write &lt; for it", [.mend(block: block, fault, .escapeMark)], in: reading, isSafe: true)
        ])
    })
}
