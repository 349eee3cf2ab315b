import SourceText
import Transcript

extension Rule {
  /// Reports a segment that starts before one above it.
  ///
  /// Players and search pages jump to a line by its time, so times must rise. The finding is at the time that is out of
  /// place, not at the line after it: a start is wrong if it is in none of the longest rising runs of starts. If either
  /// of two starts may be the wrong one, the first is reported and the second is related. These are not errors: a
  /// second part that begins at zero again, equal times, and steps back of up to three seconds, which overlapping
  /// voices cause.
  static let timeOrder = Rule(
    "time-order", .error, fix: .offered,
    summary: "A start time does not fit into the order of the times around it.",
    why: "Players and search pages jump to a line by its time; a time that runs backwards sends them somewhere else.",
    looks: .atDocument(.counts) { reading, report in
      guard let starts = Starts(outOfOrderIn: reading) else { return }
      let (pace, around) = (Pace(reading), TimesAround(reading))
      var number = 0
      for var part in starts.parts() {
        let shifts = part.settle()
        for shift in shifts { report.add(shift, in: part, reading, around) }
        // Outliers in a run that is moved as a whole are reported after it has been moved.
        for outlier in part.outliers(pace) where !shifts.contains(where: { $0.run.contains(outlier.index) }) {
          number += 1
          let guesses = number <= mostWithFixes ? guesses(at: outlier, in: part, reading, pace, around) : []
          report.add(outlier, guesses, in: part, reading)
        }
      }
    })
}

/// Further findings have no fixes: these would be computed again at each keystroke, and nobody looks at thousands of
/// them.
private let mostWithFixes = 1_000

private func phrase(_ milliseconds: Int, earlier: String, later: String) -> String {
  "\(Time(milliseconds: milliseconds.magnitude).description) \(milliseconds < 0 ? earlier : later)"
}

/// A time that may have been meant, with its spelling.
private struct Guess {
  let time: Time
  let spelling: String
  /// The spelling of the time at that place.
  let like: Timestamp
}

extension Report {
  /// Reports a run of starts that are all late or early by the same length, with the fixes that move all of them.
  fileprivate mutating func add(_ shift: TimeShift, in starts: Starts, _ reading: Reading, _ around: TimesAround) {
    let run = starts.elements[shift.run]
    guard let length = shift.lengths.first, let first = run.first, let last = run.last,
      let range = reading.timeRange(of: first.blocks.lowerBound)
    else { return }
    let blocks = run.flatMap(reading.segments)
    let related = reading.timeRange(of: last.blocks.lowerBound).map {
      [Finding.Related(range: $0, message: "The last of them.")]
    }
    self(
      range,
      "These \(run.count) times, from \(first.written.description) to \(last.written.description), are all "
        + "\(phrase(-length, earlier: "too early", later: "too late")).",
      related: related ?? [],
      fixes: shift.lengths.map { length in
        Fix(
          "Move the \(run.count) times \(phrase(length, earlier: "back", later: "on"))",
          blocks.compactMap { reading.moving($0, by: length, around) }, in: reading)
      })
  }

  /// Reports an outlier, with fixes that bring it between its neighbours.
  fileprivate mutating func add(_ outlier: Outlier, _ guesses: [Guess], in starts: Starts, _ reading: Reading) {
    let element = starts.elements[outlier.index]
    guard let range = reading.timeRange(of: element.blocks.lowerBound) else { return }
    let above = outlier.above.map { starts.elements[$0].time }
    let below = outlier.below.map { starts.elements[$0].time }
    let isLate = below.map { element.time > $0 } ?? false
    guard let neighbour = isLate ? below : above else { return }
    let step = abs(Int(element.time.milliseconds) - Int(neighbour.milliseconds))
    let atMost: Severity = step <= Starts.overlap ? .information : outlier.isCertain ? .error : .warning
    var message: Message = "\(element.time.description) is \(isLate ? "later" : "earlier") than "
    message = message + "\(neighbour.description) \(isLate ? "below" : "above") it."
    if let best = guesses.first, atMost != .information { message = message + " Probably \(best.spelling)." }
    var related: [Finding.Related] = []
    if let other = outlier.other, let place = reading.timeRange(of: starts.elements[other].blocks.lowerBound) {
      related.append(.init(range: place, message: "This time may as well be the wrong one."))
    }
    for block in reading.segments(with: element).dropFirst() {
      guard let place = reading.timeRange(of: block) else { continue }
      related.append(.init(range: place, message: "The same time in the same turn."))
    }
    self(range, message, atMost: atMost, related: related, fixes: guesses.map { fix(element, $0, in: reading) })
  }
}

/// The fix for all segments that carry this start.
private func fix(_ element: Starts.Element, _ guess: Guess, in reading: Reading) -> Fix? {
  let changes = reading.segments(with: element).map { Change.setStart(block: $0, guess.time, like: guess.like) }
  return Fix("Change the time to \(guess.spelling)", changes, in: reading)
}

/// The times that may have been meant by an outlier, the most plausible first.
private func guesses(
  at outlier: Outlier, in starts: Starts, _ reading: Reading, _ pace: Pace, _ around: TimesAround
) -> [Guess] {
  let element = starts.elements[outlier.index]
  guard let range = reading.range(.start, of: element.blocks.lowerBound),
    case .time(let written) = Timestamp.read(reading.text.bytes[range])
  else { return [] }
  let stamp = around.completed(written, at: element.blocks.lowerBound)
  let candidates = TimeCandidates(
    stamp, spelling: reading.text.string(range),
    between: starts.neighbours(of: outlier.index, above: outlier.above, below: outlier.below, pace))
  return candidates.ranked.prefix(5).map { Guess(time: $0, spelling: stamp.spelling(of: $0), like: stamp) }
}

extension Reading {
  /// The place of a segment's start: its time, or else its seconds.
  func timeRange(of block: Int) -> Range<Int>? {
    range(.start, of: block) ?? range(.seconds, of: block)
  }

  /// The segments that carry a start.
  fileprivate func segments(with element: Starts.Element) -> [Int] {
    element.blocks.filter { episode.start(of: $0) == element.written }
  }

  /// The change that moves a start by a length in milliseconds.
  fileprivate func moving(_ block: Int, by length: Int, _ around: TimesAround) -> Change? {
    guard let start = episode.start(of: block) else { return nil }
    var like: Timestamp?
    if let range = range(.start, of: block), case .time(let stamp) = Timestamp.read(text.bytes[range]) {
      like = around.completed(stamp, at: block)
    }
    return .setStart(block: block, Time(milliseconds: Int(start.milliseconds) + length), like: like)
  }
}
