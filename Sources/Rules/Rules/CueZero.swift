import Transcript

extension Rule {
  /// The commonest mistake in published captions: times were cut to whole seconds, or an end was never set.
  static let cueZero = Rule(
    "cue-zero", .warning, fix: .offered,
    summary: "A cue ends when it begins.",
    why: "Players show a cue from its start until just before its end, so nobody ever sees this one.",
    looks: .atDocument(.frame) { reading, report in
      var next: Time?
      for cue in reading.cues().reversed() {
        defer { next = cue.start }
        guard cue.length == 0, let range = reading.rangeOfTimes(cue.block) else { continue }
        let end = next.flatMap { $0 > cue.start ? $0 : nil }
        report(
          range, "The cue ends when it begins, so it is never shown.",
          fixes: [
            end.flatMap {
              Fix("End it where the next one begins (\($0.description))", [.setEnd(block: cue.block, $0)], in: reading)
            }
          ])
      }
    })
}
