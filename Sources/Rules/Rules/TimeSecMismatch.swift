import SourceText
import Transcript

extension Rule {
  /// Reports an item whose `sec` and `time` differ.
  ///
  /// The page shows one and jumps to the other. In a healthy archive they never differ, so one of them was mistyped:
  /// the one that does not lie between the starts around it, or that fits the number of words between them less.
  static let timeSecMismatch = Rule(
    "time-sec-mismatch", .error, fix: .safe,
    summary: "The two times of an item, `sec` and `time`, differ.",
    why: "The page shows one and jumps to the other, so readers land in the wrong place.",
    looks: .atDocument(.counts) { reading, report in
      lazy var pace = Pace(reading)
      lazy var around = TimesAround(reading)
      for block in reading.blocks.indices where reading.episode.rows[block].start == nil {
        // If the time is a slip, `time-malformed` reports it.
        if reading.episode.isSlip(block) { continue }
        guard let pair = reading.timePair(of: block), pair.start.time.wholeSeconds != pair.seconds.wholeSeconds else {
          continue
        }
        let stamp = around.completed(pair.start, at: block)
        let spelling = stamp.spelling(of: pair.seconds)
        let neighbours = reading.neighbours(of: block, pace)
        let fits = (time: neighbours.allow(pair.start.time), seconds: neighbours.allow(pair.seconds))
        // People correct the time that the page shows, so `time` is trusted unless it fits the words around it much
        // worse.
        let strain = (time: neighbours.strain(at: pair.start.time), seconds: neighbours.strain(at: pair.seconds))
        let isDecided = fits.time != fits.seconds
        let trustsTime = isDecided ? fits.time : strain.time <= strain.seconds + Pace.muchStrain
        let isSafe = isDecided || fits.time && trustsTime
        lazy var fromTime = Fix(
          "Change sec to \(pair.start.time.wholeSeconds)",
          [.setStart(block: block, pair.start.time, like: pair.start)], in: reading, isSafe: isSafe && trustsTime)
        let whole = pair.seconds.wholeSeconds
        lazy var fromSeconds = Fix(
          "Change time to \(spelling)", [.setStart(block: block, Time(seconds: whole), like: stamp)], in: reading,
          isSafe: isSafe && !trustsTime && whole < Time.latest && isSpelling(spelling, of: whole))
        let trusted = trustsTime ? "time" : "sec"
        report(
          pair.startRange,
          "time says \(pair.start.time.description), sec says \(pair.seconds.wholeSeconds), which is \(spelling)."
            + (isDecided ? " Only \(trusted) fits its neighbours." : " Probably \(trusted) is right."),
          related: [.init(range: pair.secondsRange, message: "The seconds of the same item.")],
          fixes: trustsTime ? [fromTime, fromSeconds] : [fromSeconds, fromTime])
      }
    })
}

/// Both times of an item that has both.
private struct TimePair {
  var start: Timestamp
  var startRange: Range<Int>
  var seconds: Time
  var secondsRange: Range<Int>
}

extension Reading {
  fileprivate func timePair(of block: Int) -> TimePair? {
    guard blocks[block].kind == .segment, let secondsRange = range(.seconds, of: block),
      let startRange = range(.start, of: block), case .time(let start) = Timestamp.read(text.bytes[startRange]),
      let seconds = Time(secondsWrittenAs: text.bytes[secondsRange])
    else { return nil }
    return TimePair(start: start, startRange: startRange, seconds: seconds, secondsRange: secondsRange)
  }
}
