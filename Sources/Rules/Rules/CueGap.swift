import Transcript

extension Rule {
  static let cueGap = Rule(
    "cue-gap", .warning, isOn: false, fix: .offered,
    summary: "Between two cues there is less time than there should be.",
    why: "Where one cue follows another at once or after a blink, viewers do not see that the text has changed.",
    options: [secondsOption, touchOption],
    looks: .atDocument(.frame) { reading, report in
      let (shortest, mayTouch) = (report.number(secondsOption), report.flag(touchOption))
      let cues = reading.cues()
      for (above, cue) in zip(cues, cues.dropFirst()) where above.length > 0 {
        let gap = Int(cue.start.milliseconds) - Int(above.end.milliseconds)
        let least = Int((min(shortest, 1e6) * 1000).rounded())
        guard gap >= 0, gap < least, gap > 0 || !mayTouch, let range = reading.range(.end, of: above.block) else {
          continue
        }
        let end = reading.time(Int(cue.start.milliseconds) - least, roundedUp: false, like: above.block)
        let left = Double(Int(cue.start.milliseconds) - Int(end.milliseconds)) / 1000
        report(
          range,
          gap == 0
            ? "The next cue begins at once."
            : "The next cue begins after \(secondsPhrase(Double(gap) / 1000)), sooner than \(secondsPhrase(shortest)).",
          fixes: [
            end > above.start
              ? Fix(
                "End it \(secondsPhrase(left)) before the next one", [.setEnd(block: above.block, end)], in: reading)
              : nil
          ])
      }
    })
}

private let secondsOption = Rule.Option("seconds", .number(0.083), "The shortest time between two cues, in seconds.")
private let touchOption = Rule.Option("touching", .flag(false), "Whether a cue may begin where the one above ends.")
