import Transcript

extension Rule {
  static let vttAmpersand = Rule(
    "vtt-ampersand", .warning, fix: .safe,
    summary: "An ampersand in the text of a cue begins no character reference.",
    why: "Browsers show it as it is, but other tools stop there or show something else; `&amp;` is safe everywhere.",
    halfWritten: .unit,
    looks: .atFaults([.ampersand]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Write &amp; for it", [.mend(block: block, fault, .escapeMark)], in: reading, isSafe: true)
        ])
    })
}
