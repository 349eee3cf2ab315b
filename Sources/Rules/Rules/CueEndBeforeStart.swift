import Transcript

extension Rule {
  static let cueEndBeforeStart = Rule(
    "cue-end-before-start", .warning, fix: .offered,
    summary: "A cue ends before it begins.",
    why: "No player shows such a cue, and some readers give up on the file.",
    looks: .atDocument(.frame) { reading, report in
      for cue in reading.cues() where cue.length < 0 {
        guard let range = reading.rangeOfTimes(cue.block) else { continue }
        report(
          range, "The cue ends \(secondsPhrase(-cue.seconds)) before it begins.",
          fixes: [
            Fix(
              "Swap the two times", [.setStart(block: cue.block, cue.end), .setEnd(block: cue.block, cue.start)],
              in: reading)
          ])
      }
    })
}
