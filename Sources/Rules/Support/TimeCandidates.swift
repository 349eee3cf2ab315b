import Transcript

/// The times that may have been meant by a wrong one and that lie between its neighbours.
///
/// A typing slip changes one digit or swaps two; a mistake in thought drops or adds the hour, or takes minutes for
/// seconds. These candidates are sorted by how well the pace of the whole conversation fits the words above and below.
/// The time that the words alone suggest is a guess, and better only than candidates that fit badly. If the time is out
/// of order by no more than voices overlap, the time of its neighbour is best.
struct TimeCandidates {
  /// The best first.
  let ranked: [Time]

  /// - Parameter between: the neighbours of the wrong time.
  init(_ stamp: Timestamp, spelling: String, between neighbours: Neighbours) {
    let range = neighbours.range
    var slips: [Time] = []
    for time in Self.slips(of: stamp.time, spelling) where range.contains(time) && time != stamp.time {
      if !slips.contains(time) { slips.append(time) }
    }
    let guess = neighbours.likeliest
    var ranked = slips.filter { $0 != guess }.map { (time: $0, strain: neighbours.strain(at: $0)) }
    // The guess by the words alone comes before a candidate only if that fits badly on both sides.
    ranked.append((guess, slips.contains(guess) ? 0 : neighbours.strain(at: guess) + 2 * Pace.muchStrain))
    ranked.sort { $0.strain < $1.strain }
    let nearest = min(max(stamp.time, range.lowerBound), range.upperBound)
    let step = abs(Int(nearest.milliseconds) - Int(stamp.time.milliseconds))
    if step > 0, step <= Starts.overlap {
      ranked.removeAll { $0.time == nearest }
      ranked.insert((nearest, 0), at: 0)
    }
    self.ranked = ranked.map(\.time)
  }

  /// The starts and words around a time that may be wrong.
  struct Neighbours {
    /// The nearest starts that are in order.
    var above: Time?
    var below: Time?
    /// How many words stand between each of them and the time.
    var wordsAbove: Int
    var wordsBelow: Int
    var pace: Pace

    /// Where the time has to lie. Behind the last start, the limit is the time that the words would take at a third of
    /// the pace, and half a minute more.
    var range: ClosedRange<Time> {
      let low = above ?? Time(seconds: 0)
      let high = below ?? Time(seconds: low.wholeSeconds + 30 + Int(3 * pace.seconds(wordsAbove)))
      return low...max(low, high)
    }

    /// The time that the words suggest, in whole seconds as people write them.
    var likeliest: Time {
      let (before, behind) = (pace.seconds(wordsAbove), pace.seconds(wordsBelow))
      let seconds =
        switch (above, below) {
        case (let above?, let below?):
          above.seconds + (below.seconds - above.seconds) * before / max(1, before + behind)
        case (let above?, nil): above.seconds + before
        case (nil, let below?): below.seconds - behind
        case (nil, nil): before
        }
      let whole = Time(seconds: Int(seconds.rounded()))
      return min(max(whole, range.lowerBound), range.upperBound)
    }

    /// Whether a time lies between the starts above and below. If there is none below, any later time does.
    func allow(_ time: Time) -> Bool {
      (above.map { $0 <= time } ?? true) && (below.map { time <= $0 } ?? true)
    }

    /// How badly a time fits the words above and below.
    func strain(at time: Time) -> Double {
      var strain = 0.0
      if let above { strain += pace.strain(words: wordsAbove, seconds: time.seconds - above.seconds) }
      if let below { strain += pace.strain(words: wordsBelow, seconds: below.seconds - time.seconds) }
      return strain
    }
  }

  /// All spellings of a time in which two neighbouring digits of this one are swapped, or one is changed.
  static func slips(ofSpelling written: [UInt8]) -> [[UInt8]] {
    var slips: [[UInt8]] = []
    forEachSlip(ofSpelling: written) { slip, _ in slips.append(slip) }
    return slips
  }

  private static func forEachSlip(ofSpelling written: [UInt8], _ body: ([UInt8], Time) -> Void) {
    // A longer spelling has many decimals, in which a slip does not matter.
    guard written.count <= 24 else { return }
    let digits = written.indices.filter { (0x30...0x39).contains(written[$0]) }
    // A single copy is changed and changed back, since a page in disorder calls this thousands of times.
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
