import Transcript

extension Rule {
  static let cueShort = Rule(
    "cue-short", .warning, isOn: false, fix: .offered,
    summary: "A cue is shown for a shorter time than captions should be.",
    why: "A cue that is gone at once cannot be read.",
    options: [secondsOption],
    looks: .atDocument(.frame) { reading, report in
      let shortest = report.number(secondsOption)
      var next: Time?
      for cue in reading.cues().reversed() {
        defer { next = cue.start }
        guard cue.length > 0, cue.seconds < shortest, let range = reading.rangeOfTimes(cue.block) else { continue }
        let least = Int((min(shortest, 1e6) * 1000).rounded(.up))
        let end = reading.time(Int(cue.start.milliseconds) + least, roundedUp: true, like: cue.block)
        let length = Double(Int(end.milliseconds) - Int(cue.start.milliseconds)) / 1000
        let isFree = next.map { end <= $0 } ?? true
        report(
          range, "The cue is shown for \(secondsPhrase(cue.seconds)), shorter than \(secondsPhrase(shortest)).",
          fixes: [
            isFree ? Fix("Show it for \(secondsPhrase(length))", [.setEnd(block: cue.block, end)], in: reading) : nil
          ])
      }
    })
}

private let secondsOption = Rule.Option(
  "seconds", .number(0.833), "The shortest time for which a cue is shown, in seconds.")
