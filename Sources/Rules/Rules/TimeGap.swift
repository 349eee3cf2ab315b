import Transcript

extension Rule {
  /// More than ten minutes from one time to the next.
  ///
  /// Left alone: pauses that somebody speaks of, and gaps that a time out of order makes.
  static let timeGap = Rule(
    "time-gap", .information,
    why: "A part may be missing; if not, nobody can jump into this stretch.",
    options: [seconds, breaks],
    looks: .atDocument { reading, report in
      let limit = report.number(seconds)
      for stretch in reading.stretches(where: { $0.seconds > limit }) {
        guard let range = reading.timeRange(of: stretch.first),
          !reading.hasPause(in: stretch, report.words(breaks))
        else { continue }
        let related = reading.timeRange(of: stretch.next).map {
          [Finding.Related(range: $0, message: "The next time.")]
        }
        report(
          range, "The next time, \(stretch.end.description), comes \(spoken(stretch.seconds)) later.",
          related: related ?? [])
      }
    })

  private static let seconds = Option("seconds", .number(600), "The longest stretch without a time, in seconds.")
  /// Of `timeRate`, too.
  static let breaks = Option(
    "breaks", .words(["break", "pause", "intermission", "interval", "recess"]),
    "Words that announce a pause, beside which no length is a surprise.")

  /// The longest stretch that `timeGap` lets pass, in seconds; no bound where it is off.
  static func longestGap(_ settings: Settings) -> Double {
    guard settings.isOn(timeGap), case .number(let limit) = settings.value(of: seconds, of: timeGap) else {
      return .infinity
    }
    return limit
  }
}
