import Transcript

/// Neighbouring starts that are all late or early by the same length: a person continued from a wrong number, or a
/// program lost an hour.
struct TimeShift {
  /// By their indices among the starts.
  var run: Range<Int>
  /// The lengths that may have to be added to them, in milliseconds; the likeliest first.
  var lengths: [Int]
}

extension Starts {
  /// How many starts must be out of order before a common cause is looked for; fewer do not show one.
  private static let fewest = 3
  /// If the time falls more often than this, the starts are in disorder, and no common length puts them in order.
  private static let mostFalls = 12
  private static let mostShifts = 8
  /// The most shifts that are tried, because each one costs a look at the whole stretch.
  private static let mostTried = 12

  /// Finds the runs that are late or early by one length, and moves them to where they belong.
  mutating func settle() -> [TimeShift] {
    var shifts: [TimeShift] = []
    let pace = writtenPace
    while shifts.count < Self.mostShifts, let shift = likeliestShift(pace) {
      move(shift)
      shifts.append(shift)
    }
    return shifts.isEmpty ? [] : moved(by: shifts)
  }

  /// The runs with the total length that each was moved. In a recording of three hours whose hours were lost, the third
  /// hour was moved together with the second, and then once more.
  private func moved(by shifts: [TimeShift]) -> [TimeShift] {
    var runs: [TimeShift] = []
    for index in elements.indices {
      let length = milliseconds(index) - Int(elements[index].written.milliseconds)
      guard length != 0 else { continue }
      if let last = runs.last, last.run.upperBound == index, last.lengths == [length] {
        runs[runs.count - 1].run = last.run.lowerBound..<(index + 1)
      } else {
        runs.append(TimeShift(run: index..<(index + 1), lengths: [length]))
      }
    }
    // A run that was moved in one step keeps the alternative lengths of that step.
    return runs.map { run in shifts.first { $0.run == run.run && $0.lengths.first == run.lengths.first } ?? run }
  }

  private mutating func move(_ shift: TimeShift) {
    for index in shift.run {
      elements[index].time = Time(milliseconds: Int(elements[index].time.milliseconds) + shift.lengths[0])
    }
  }

  /// The best shift for a stretch in disorder: the one that leaves the fewest starts out of order; among these, the one
  /// after which the words fit the times best; and among these, the one that moves the fewest starts.
  private func likeliestShift(_ pace: Pace) -> TimeShift? {
    for stretch in stretches() where stretch.count > Self.fewest {
      let falls = stretch.dropFirst().filter { step(to: $0) < -Self.overlap }
      guard falls.count <= Self.mostFalls, standingOut(in: stretch) >= Self.fewest else { continue }
      let shifts = falls.flatMap { early(from: $0) + late(before: $0) }.filter { $0.count >= Self.fewest }
        .compactMap { shift(of: $0, pace) }.sorted { $0.run.count < $1.run.count }
      var best: (shift: TimeShift, left: Int, odd: Int)?
      for shift in shifts.prefix(Self.mostTried) {
        let window =
          max(
            0, min(stretch.lowerBound, shift.run.lowerBound) - 1)..<min(
            elements.count, max(stretch.upperBound, shift.run.upperBound) + 1)
        var moved = self
        moved.move(shift)
        let (left, odd) = (moved.standingOut(in: window), moved.oddSteps(in: window, pace))
        guard left + Self.fewest <= standingOut(in: window) else { continue }
        if let best, (best.left, best.odd) <= (left, odd) { continue }
        best = (shift, left, odd)
      }
      if let best { return best.shift }
    }
    return nil
  }

  /// How many starts are much earlier or later than the words above them suggest.
  private func oddSteps(in window: Range<Int>, _ pace: Pace) -> Int {
    window.dropFirst().count { index in
      let words = elements[index].wordsAbove - elements[index - 1].wordsAbove
      return pace.strain(words: words, seconds: Double(step(to: index)) / 1000) > 3 * Pace.muchStrain
    }
  }

  /// How many starts have to be removed from a stretch so that the others rise.
  private func standingOut(in stretch: Range<Int>) -> Int {
    RisingRun(elements[stretch].map(\.time.milliseconds)).blamed.count
  }

  /// The step from the start above to this one, in milliseconds.
  private func step(to index: Int) -> Int { milliseconds(index) - milliseconds(index - 1) }

  private func milliseconds(_ index: Int) -> Int { Int(elements[index].time.milliseconds) }
}

// MARK: Where a run begins and ends

extension Starts {
  /// The runs that may be early and begin where the time falls. They end before a leap at least as long as the fall,
  /// before the next fall, or at the end of the transcript if no later start is above the one before the fall.
  private func early(from fall: Int) -> [Range<Int>] {
    var ends = ends(elements.indices[(fall + 1)...], leaping: -step(to: fall))
    if elements[fall...].allSatisfy({ $0.time <= elements[fall - 1].time }) { ends.append(elements.count) }
    return ends.map { fall..<$0 }
  }

  /// The runs that may be late and end where the time falls.
  private func late(before fall: Int) -> [Range<Int>] {
    var starts = ends(elements.indices[1..<fall].reversed(), leaping: -step(to: fall))
    if elements[..<fall].allSatisfy({ $0.time >= elements[fall].time }) { starts.append(0) }
    return starts.map { $0..<fall }
  }

  /// The nearest places where the time leaps by at least the given length, and the nearest one where it falls.
  private func ends(_ indices: some Sequence<Int>, leaping length: Int) -> [Int] {
    var ends: [Int] = []
    var hasFallen = false
    for index in indices {
      let step = step(to: index)
      let falls = step < -Self.overlap
      if step >= length || falls && !hasFallen { ends.append(index) }
      hasFallen = hasFallen || falls
      if ends.count == 4 { break }
    }
    return ends
  }
}

// MARK: By how much

extension Starts {
  /// People mistake a digit of the hours or of the minutes, so among lengths that fit the words around a run about
  /// equally well, the rounder one is likelier. In milliseconds, each with the strain that is added for being less
  /// round.
  private static let units: [(length: Int, strain: Double)] = [
    (3_600_000, 0), (600_000, 0.5), (60_000, 1), (10_000, 4), (1_000, 6),
  ]

  /// The length by which a run has to be moved so that it lies between its neighbours and fits the words above and
  /// below.
  private func shift(of run: Range<Int>, _ pace: Pace) -> TimeShift? {
    let first = run.lowerBound
    let last = run.upperBound - 1
    var above = first > 0 ? first - 1 : nil
    var below = last + 1 < elements.count ? last + 1 : nil
    if let up = above, let down = below,
      milliseconds(up) - milliseconds(first) > milliseconds(down) - milliseconds(last)
    {
      // The run does not fit between its neighbours, so one of them is out of order itself, and not the one at the
      // fall.
      if step(to: first) < 0 { below = nil } else { above = nil }
    }
    func words(_ from: Int, _ to: Int) -> Int { elements[to].wordsAbove - elements[from].wordsAbove }
    func strain(_ length: Int) -> Double {
      var most = 0.0
      if let above {
        let seconds = Double(milliseconds(first) + length - milliseconds(above)) / 1000
        most = max(most, seconds < 0 ? .infinity : pace.strain(words: words(above, first), seconds: seconds))
      }
      if let below {
        let seconds = Double(milliseconds(below) - milliseconds(last) - length) / 1000
        most = max(most, seconds < 0 ? .infinity : pace.strain(words: words(last, below), seconds: seconds))
      }
      return most
    }
    let likeliest =
      if let above {
        milliseconds(above) - milliseconds(first) + Int(pace.seconds(words(above, first)) * 1000)
      } else if let below {
        milliseconds(below) - milliseconds(last) - Int(pace.seconds(words(last, below)) * 1000)
      } else { 0 }
    var lengths: [(length: Int, strain: Double)] = []
    for unit in Self.units {
      let lower = Int((Double(likeliest) / Double(unit.length)).rounded(.down)) * unit.length
      for length in [lower, lower + unit.length] {
        let strain = strain(length)
        guard length != 0, milliseconds(first) + length >= 0, strain <= 3 * Pace.muchStrain,
          !lengths.contains(where: { $0.length == length })
        else { continue }
        lengths.append((length, strain + unit.strain))
      }
    }
    lengths.sort { ($0.strain, $0.length) < ($1.strain, $1.length) }
    guard let best = lengths.first else { return nil }
    return TimeShift(
      run: run, lengths: lengths.prefix(3).filter { $0.strain <= best.strain + Pace.muchStrain }.map(\.length))
  }

  /// The pace of the conversation by the written times, even if people do not speak at such a pace. Steps where the
  /// time falls or leaps are left out.
  private var writtenPace: Pace {
    var total = (words: 0, seconds: 0.0)
    for (one, next) in zip(elements, elements.dropFirst()) {
      let seconds = next.time.seconds - one.time.seconds
      guard seconds > 0, seconds <= 600 else { continue }
      total = (total.words + next.wordsAbove - one.wordsAbove, total.seconds + seconds)
    }
    return Pace(wordsPerSecond: total.seconds > 0 && total.words > 0 ? Double(total.words) / total.seconds : 2.5)
  }
}
