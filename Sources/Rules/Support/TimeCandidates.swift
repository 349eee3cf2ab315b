import Transcript

/// The times that somebody may have meant who wrote another one, and that lie between its neighbours.
///
/// A slip of the fingers changes one digit or swaps two; a slip of the mind drops or adds the hour or takes minutes for
/// seconds. Of those that fit, the one comes first that is nearest to where the words above and below would put it if
/// everybody spoke at one rate. Where none fits, that place itself is offered.
struct TimeCandidates {
  /// The best first.
  let ranked: [Time]

  init(_ stamp: Timestamp, spelling: String, above: Time?, below: Time?, wordsAbove: Int, wordsBelow: Int) {
    let low = above ?? Time(milliseconds: 0)
    // Behind the last start, speech of an ordinary rate bounds what is plausible: 100 words a minute.
    let high = below ?? Time(seconds: low.wholeSeconds + max(10, (wordsAbove + wordsBelow) * 60 / 100))
    guard low <= high else {
      ranked = []
      return
    }
    let share = Double(wordsAbove) / Double(max(1, wordsAbove + wordsBelow))
    let expected = low.seconds + (high.seconds - low.seconds) * share
    var fitting: [Time] = []
    for time in Self.slips(of: stamp.time, spelling) where low <= time && time <= high && time != stamp.time {
      if !fitting.contains(time) { fitting.append(time) }
    }
    fitting.sort { abs($0.seconds - expected) < abs($1.seconds - expected) }
    ranked = fitting.isEmpty ? [Time(seconds: Int(expected + 0.5))] : fitting
  }

  /// What becomes of a spelling when two neighbouring digits are swapped or one is changed, as far as it is a time.
  static func slips(ofSpelling written: [UInt8]) -> [[UInt8]] {
    var slips: [[UInt8]] = []
    forEachSlip(ofSpelling: written) { slip, _ in slips.append(slip) }
    return slips
  }

  private static func forEachSlip(ofSpelling written: [UInt8], _ body: ([UInt8], Time) -> Void) {
    let digits = written.indices.filter { (0x30...0x39).contains(written[$0]) }
    // One copy, changed and changed back: a page in disorder has thousands of times to try this with.
    var slip = written
    func tryOut() {
      if case .time(let stamp) = Timestamp.read(slip) { body(slip, stamp.time) }
    }
    for (first, second) in zip(digits, digits.dropFirst()) {
      slip.swapAt(first, second)
      tryOut()
      slip.swapAt(first, second)
    }
    for place in digits {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") {
        slip[place] = digit
        tryOut()
      }
      slip[place] = written[place]
    }
  }

  private static func slips(of time: Time, _ spelling: String) -> [Time] {
    var slips: [Time] = []
    forEachSlip(ofSpelling: Array(spelling.utf8)) { slips.append($1) }
    let seconds = time.wholeSeconds
    for hours in 1...9 {
      slips.append(Time(seconds: seconds + hours * 3600))
      if seconds >= hours * 3600 { slips.append(Time(seconds: seconds - hours * 3600)) }
    }
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    slips.append(Time(seconds: hours * 3600 + rest * 60 + minutes))
    // `1:02:00` for `1:02`, and the other way round.
    slips.append(Time(seconds: hours * 60 + minutes))
    slips.append(Time(seconds: seconds * 60))
    return slips
  }
}
