import Transcript

extension Rule {
  static let vttRegionLate = Rule(
    "vtt-region-late", .error, fix: .offered,
    summary: "A region stands below the first cue.",
    why: "Players drop it, and the cues that refer to it are shown somewhere else.",
    looks: .atFaults([.regionLate]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          reading.movingAboveCues(block)
        ])
    })
}
