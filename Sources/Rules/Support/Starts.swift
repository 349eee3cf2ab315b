import Transcript

/// A start that is out of order, by its index among the starts.
struct Outlier {
  var index: Int
  /// Whether it is certainly the wrong one; otherwise another start is equally likely to be wrong.
  var isCertain: Bool
  var other: Int?
  /// The nearest starts above and below that are in order; the right time lies between them.
  var above: Int?
  var below: Int?
}

/// The starts of a transcript in order. Neighbouring segments with the same start are one element: a turn of three
/// paragraphs with a wrong time is one mistake and must not outvote its neighbours.
struct Starts {
  struct Element {
    /// The start as written; after its run was moved, the moved one.
    var time: Time
    let written: Time
    /// The first and the last segment with this start, by their blocks. Blocks between them have the same start or
    /// none.
    var blocks: ClosedRange<Int>
    /// How many words stand above it in the whole transcript.
    var wordsAbove: Int
  }

  /// The largest step back, in milliseconds, that overlapping voices and rounded times cause.
  static let overlap = 3000

  var elements: [Element] = []
  /// The number of words in the whole transcript.
  private(set) var words = 0

  /// Nil if no start is earlier than one above it, as in nearly every transcript. Then only one column is looked at.
  init?(outOfOrderIn reading: Reading) {
    let episode = reading.episode
    var highest = Time(seconds: 0)
    guard
      episode.rows.indices.contains(where: { index in
        guard let time = episode.start(of: index) else { return false }
        defer { highest = max(highest, time) }
        return time < highest
      })
    else { return nil }
    for index in episode.rows.indices {
      defer { words += Int(episode.rows[index].words) }
      // Cues are shown one after the other, whatever their times are, and have a rule of their own.
      guard let time = episode.start(of: index), !reading.isCaption(index) else { continue }
      if let last = elements.last, last.time == time {
        elements[elements.count - 1].blocks = last.blocks.lowerBound...index
      } else {
        elements.append(Element(time: time, written: time, blocks: index...index, wordsAbove: words))
      }
    }
  }

  private init(_ elements: ArraySlice<Element>, words: Int) {
    self.elements = Array(elements)
    self.words = words
  }

  /// The parts of a recording that was cut in two. Another part begins where, after several higher starts, the time
  /// starts again near zero and stays below the highest one. If only a single start was higher, that start is wrong.
  func parts() -> [Starts] {
    var parts: [Starts] = []
    var begin = 0
    var highest = Time(seconds: 0)
    for index in elements.indices {
      if index - begin >= 3, beginsAnew(index, highest), !goesOn(at: index) {
        parts.append(Starts(elements[begin..<index], words: words))
        begin = index
        highest = elements[index].time
      }
      highest = max(highest, elements[index].time)
    }
    return parts + [Starts(elements[begin...], words: words)]
  }

  private func beginsAnew(_ index: Int, _ highest: Time) -> Bool {
    let time = elements[index].time
    guard time.milliseconds <= 60_000, highest.milliseconds >= 300_000,
      elements[..<index].suffix(3).allSatisfy({ $0.time > time })
    else { return false }
    let following = elements[index...].prefix(6)
    return following.count >= 3 && zip(following, following.dropFirst()).allSatisfy { $0.time <= $1.time }
      && following.allSatisfy { $0.time < highest }
  }

  /// Whether the time only lost its hours: with the hours of the start above, it follows that start within a minute. A
  /// time of zero counts as the beginning of a part in any case.
  private func goesOn(at index: Int) -> Bool {
    let (above, time) = (elements[index - 1].time.wholeSeconds, elements[index].time.wholeSeconds)
    guard above >= 3_000, time > 1 else { return false }
    return (time - above + 3_600_000) % 3_600 <= 60
  }

  /// The starts that have to be wrong, because the starts do not rise.
  ///
  /// The longest non-decreasing run is searched only in the stretches that are out of order. If either of two
  /// neighbours may be wrong, the second is blamed if it fits the pace much worse.
  func outliers(_ pace: Pace) -> [Outlier] {
    stretches().flatMap { stretch in
      var outliers = RisingRun(elements[stretch].map(\.time.milliseconds)).blamed.map { blame in
        let index = stretch.lowerBound + blame.index
        let other = blame.other.map { stretch.lowerBound + $0 }
        let isSecond = other == index + 1 && (isCopy(index + 1) || blamesSecond(of: index, pace))
        return Outlier(
          index: isSecond ? index + 1 : index, isCertain: blame.isCertain, other: isSecond ? index : other)
      }
      // Adjacent outliers lie between the same two starts.
      for place in outliers.indices {
        let index = outliers[place].index
        let follows = place > 0 && outliers[place - 1].index == index - 1
        outliers[place].above = follows ? outliers[place - 1].above : index > 0 ? index - 1 : nil
      }
      for place in outliers.indices.reversed() {
        let index = outliers[place].index
        let precedes = place + 1 < outliers.count && outliers[place + 1].index == index + 1
        outliers[place].below = precedes ? outliers[place + 1].below : index + 1 < elements.count ? index + 1 : nil
      }
      return outliers
    }
  }

  /// The shortest stretches that are out of order inside, but not with the rest: no start before a stretch is later
  /// than one in it, and no start behind it is earlier.
  func stretches() -> [Range<Int>] {
    var lowestBehind = elements.map(\.time)
    for index in elements.indices.dropLast().reversed() {
      lowestBehind[index] = min(lowestBehind[index], lowestBehind[index + 1])
    }
    var stretches: [Range<Int>] = []
    var begin = 0
    var highest = Time(seconds: 0)
    for index in elements.indices {
      highest = max(highest, elements[index].time)
      guard index + 1 == elements.count || highest <= lowestBehind[index + 1] else { continue }
      if index > begin { stretches.append(begin..<(index + 1)) }
      begin = index + 1
    }
    return stretches
  }

  /// The starts and words around an element, with which its time is compared.
  func neighbours(of index: Int, above: Int?, below: Int?, _ pace: Pace) -> TimeCandidates.Neighbours {
    let wordsAbove = elements[index].wordsAbove
    let (above, below) = (above.map { elements[$0] }, below.map { elements[$0] })
    return .init(
      above: above?.time, below: below?.time, wordsAbove: wordsAbove - (above?.wordsAbove ?? 0),
      wordsBelow: (below?.wordsAbove ?? words) - wordsAbove, pace: pace)
  }

  /// Whether a start has the time of the one before the last: it was copied and not changed.
  private func isCopy(_ index: Int) -> Bool { index > 1 && elements[index].time == elements[index - 2].time }

  /// If one of two neighbours is wrong: whether the second fits the words around them much worse.
  private func blamesSecond(of first: Int, _ pace: Pace) -> Bool {
    let above = first > 0 ? first - 1 : nil
    let below = first + 2 < elements.count ? first + 2 : nil
    func strain(_ index: Int) -> Double? {
      let neighbours = neighbours(of: index, above: above, below: below, pace)
      return neighbours.range.contains(elements[index].time) ? neighbours.strain(at: elements[index].time) : nil
    }
    guard let kept = strain(first), let other = strain(first + 1) else { return false }
    return kept + Pace.muchStrain < other
  }
}
