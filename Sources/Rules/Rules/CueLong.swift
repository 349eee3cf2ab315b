import Transcript

extension Rule {
  static let cueLong = Rule(
    "cue-long", .warning, isOn: false,
    summary: "A cue is shown for longer than captions should be.",
    why: "Viewers read a cue that stays a second time, and think that it is a new one.",
    options: [secondsOption],
    looks: .atBlock { reading, block, report in
      let longest = report.number(secondsOption)
      guard let cue = reading.cue(block), cue.seconds > longest, let range = reading.rangeOfTimes(block) else { return }
      report(range, "The cue is shown for \(secondsPhrase(cue.seconds)), longer than \(secondsPhrase(longest)).")
    })
}

private let secondsOption = Rule.Option("seconds", .number(7), "The longest time for which a cue is shown, in seconds.")
