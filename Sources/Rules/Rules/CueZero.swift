import Transcript

extension Rule {
  /// The commonest mistake in published captions: times were cut to whole seconds, or an end was never set.
  static let cueZero = Rule(
    "cue-zero", .warning, fix: .offered,
    summary: "A cue ends when it begins.",
    why: "Players show a cue from its start until just before its end, so nobody ever sees this one.",
    looks: .atDocument(.frame) { reading, report in
      let cues = reading.cues()
      for (place, cue) in cues.enumerated().reversed() {
        guard cue.length == 0, let range = reading.rangeOfTimes(cue.block) else { continue }
        let next = place + 1 < cues.count && cues[place + 1].start > cue.start ? cues[place + 1] : nil
        let above = place > 0 && cues[place - 1].end < cue.start ? cues[place - 1] : nil
        report(
          range, "The cue ends when it begins, so it is never shown.",
          fixes: [
            next.flatMap {
              let time = reading.string(.start, of: $0.block) ?? $0.start.description
              let change = Change.setEnd(block: cue.block, $0.start)
              return Fix("End it at \(time), where the next one begins", [change], in: reading)
            },
            above.flatMap {
              let time = reading.string(.end, of: $0.block) ?? $0.end.description
              let change = Change.setStart(block: cue.block, $0.end)
              return Fix("Begin it at \(time), where the one above ends", [change], in: reading)
            },
          ])
      }
    })
}
