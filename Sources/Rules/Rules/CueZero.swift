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
        let next = place + 1 < cues.count ? cues[place + 1].start : nil
        let above = place > 0 ? cues[place - 1].end : nil
        let end = next.flatMap { $0 > cue.start ? $0 : nil }
        let start = above.flatMap { $0 < cue.start ? $0 : nil }
        report(
          range, "The cue ends when it begins, so it is never shown.",
          fixes: [
            end.flatMap {
              Fix("End it where the next one begins (\($0.description))", [.setEnd(block: cue.block, $0)], in: reading)
            },
            start.flatMap {
              Fix(
                "Begin it where the one above ends (\($0.description))", [.setStart(block: cue.block, $0)], in: reading)
            },
          ])
      }
    })
}
