import SourceText
import Transcript

extension Rule {
  /// Left alone: pauses that a speaker or a note mentions, and gaps that are caused by a time out of order.
  static let timeGap = Rule(
    "time-gap", .information,
    summary: "More than ten minutes pass from one time to the next.",
    why: "A part may be missing; if not, there is no time in this part to jump to.",
    options: [secondsOption, pausesOption],
    looks: .atDocument(.counts) { reading, report in
      let limit = report.number(secondsOption)
      for stretch in reading.stretches(where: { $0.seconds > limit }) {
        guard let range = reading.timeRange(of: stretch.first),
          !reading.hasPause(in: stretch, report.words(pausesOption), reads: { report.readWords(of: $0) })
        else { continue }
        let related = reading.timeRange(of: stretch.next).map {
          [Finding.Related(range: $0, message: "The next time.")]
        }
        report(
          range, "The next time, \(stretch.end.description), comes \(duration(stretch.seconds)) later.",
          related: related ?? [])
      }
    })

  /// The longest gap that `time-gap` allows, in seconds; no limit if it is off.
  static func longestGap(_ settings: Settings) -> Double {
    guard settings.isOn(timeGap), case .number(let limit) = settings.value(of: secondsOption, of: timeGap) else {
      return .infinity
    }
    return limit
  }
}

private let secondsOption = Rule.Option("seconds", .number(600), "The longest stretch without a time, in seconds.")
