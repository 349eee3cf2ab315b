import SourceText
import Transcript

extension Rule {
  /// `sec` and `time` of one item say different things.
  ///
  /// The page shows one and jumps to the other. In a healthy archive this never happens, so one of the two was mistyped.
  static let timeSecMismatch = Rule(
    "time-sec-mismatch", .error, repair: .safe,
    why: "The page shows the one and jumps to the other, so readers land in another place than they chose.",
    looks: .atBlock { reading, block, report in
      guard let pair = TimePair(reading, block), let start = pair.start, let seconds = pair.seconds,
        start.time.wholeSeconds != seconds
      else { return }
      let spelling = start.spelling(of: Time(seconds: seconds))
      let fromTime = Fix(
        "Change sec to \(start.time.wholeSeconds)", isSafe: true,
        Edit(pair.secondsRange, String(start.time.wholeSeconds)))
      let fromSeconds = Fix("Change time to \(spelling)", Edit(pair.startRange, spelling))
      report(
        pair.startRange, "time says \(start.time.description), sec says \(seconds), which is \(spelling).",
        related: [.init(range: pair.secondsRange, message: "The seconds of the same item.")],
        fixes: [fromTime, fromSeconds])
    })
}

/// Both times of an item that has both.
private struct TimePair {
  var start: Timestamp?
  var startRange: Range<Int>
  var seconds: Int?
  var secondsRange: Range<Int>

  init?(_ reading: Reading, _ block: Int) {
    guard reading.blocks[block].kind == .segment, let secondsRange = reading.range(.seconds, of: block),
      let startRange = reading.range(.start, of: block), !secondsRange.isEmpty, !startRange.isEmpty
    else { return nil }
    self.startRange = startRange
    self.secondsRange = secondsRange
    if case .time(let stamp) = Timestamp.read(reading.text.bytes[startRange]) { start = stamp }
    seconds = Int(reading.text.string(secondsRange))
  }
}
