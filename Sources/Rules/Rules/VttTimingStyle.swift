import Transcript

extension Rule {
  static let vttTimingStyle = Rule(
    "vtt-timing-style", .warning, fix: .safe,
    summary: "The line with the times of a cue is read, but is not written as it should be.",
    why: "Browsers are patient; other players and editors of subtitles are not.",
    halfWritten: .line,
    looks: .atFaults([.cueTimeHours, .cueTimeIndent, .cueTimeFormFeed, .cueArrowBlank, .cueSettingsBlank]) {
      reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Write the line as it should be", [.mend(block: block, fault, .respell)], in: reading, isSafe: true)
        ])
    })
}
