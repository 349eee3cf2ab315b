import SourceText
import Transcript

extension Rule {
  /// Segments with the same time are counted together. A time in whole seconds may be a second off, so a second is
  /// allowed for. A transcript that was shortened everywhere is slow everywhere; there, only segments that are slow in
  /// comparison are reported.
  static let timeRate = Rule(
    "time-rate", .information,
    summary: "A turn has more or fewer words than people say in the time that it has.",
    why: "Either a time is wrong, or words are missing or stand in the wrong turn.",
    options: [fastestOption, slowestOption, wordsOption, secondsOption, pausesOption],
    looks: .atDocument(.counts) { reading, report in
      let fastest = report.number(fastestOption)
      lazy var slowest = min(report.number(slowestOption), (reading.wordsPerMinute ?? .infinity) / 3)
      let (words, seconds) = (report.number(wordsOption), report.number(secondsOption))
      // Longer stretches are gaps, which `time-gap` reports.
      let longest = Rule.longestGap(report.settings)
      func isFast(_ stretch: Stretch) -> Bool {
        Double(stretch.words) >= words
          && Double(stretch.words) * 60 > fastest * (stretch.seconds + stretch.slack)
      }
      func isSlow(_ stretch: Stretch) -> Bool {
        stretch.seconds > seconds && stretch.seconds <= longest
          && Double(stretch.words) * 60 < slowest * (stretch.seconds - stretch.slack)
      }
      for stretch in reading.stretches(
        where: { isFast($0) || isSlow($0) }, repeats: { report.repeats(in: reading) })
      {
        var stretch = stretch
        if isFast(stretch) {
          // What is fast may be full of dashes, which stand between blanks as words do.
          stretch.words -= reading.marksAlone(in: stretch, reads: { report.readWords(of: $0) })
          guard isFast(stretch) else { continue }
        } else if reading.hasPause(in: stretch, report.words(pausesOption), reads: { report.readWords(of: $0) }) {
          continue
        }
        guard let range = reading.timeRange(of: stretch.first) else { continue }
        let tenths = (stretch.seconds * 10).rounded() / 10
        let isExact = stretch.seconds >= 10 || tenths == tenths.rounded()
        let length =
          "\(counted(stretch.words, "word")) in \(isExact ? duration(stretch.seconds) : secondsPhrase(tenths))"
        let rate = Int(Double(stretch.words) * 60 / stretch.seconds)
        let related = reading.timeRange(of: stretch.next).map {
          [Finding.Related(range: $0, message: "The next time.")]
        }
        report(
          range, "\(length), \(rate) a minute, is \(isFast(stretch) ? "faster" : "slower") than people talk.",
          related: related ?? [])
      }
    })
}

private let fastestOption = Rule.Option(
  "fastest", .number(350), "Turns with more words a minute than this are reported as too fast.")
private let slowestOption = Rule.Option(
  "slowest", .number(40), "Turns with fewer words a minute than this are reported as too slow.")
private let wordsOption = Rule.Option(
  "words", .number(15), "Turns shorter than this many words are never reported as too fast.")
private let secondsOption = Rule.Option(
  "seconds", .number(60), "Turns no longer than this many seconds are never reported as too slow.")

extension Stretch {
  /// How many seconds longer or shorter the stretch may be, because its ends are cut to whole seconds.
  fileprivate var slack: Double {
    start.milliseconds % 1000 == 0 && end.milliseconds % 1000 == 0 ? 1 : 0
  }
}
