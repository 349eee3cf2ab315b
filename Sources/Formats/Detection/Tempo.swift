import Transcript

/// Whether the times of some lines are those at which their words were spoken.
///
/// The times of a recording rise from about zero, and each is as far from the next as its words take to say. The times of
/// day in a chat, the minutes of a timetable and the numbers of verses are not. Single times may be wrong: one hour too
/// many makes no list of chapters.
struct Tempo {
  /// The words said from one time to the next later one, and the seconds between them.
  private struct Step {
    var words: Double
    var seconds: Double
  }

  /// Whether each line names its speaker. A list of chapters names none.
  let hasLabels: Bool
  private var steps: [Step] = []
  /// Whether the last change was a step forward that is in `steps`, or one back.
  private var hasRisen = false
  private var hasFallen = false
  private var first: Timestamp?
  /// Of the last unit; nil behind one whose time could not be read.
  private var last: Time?
  private var words = 0
  private var units = 0
  private var rises = 0
  private var falls = 0
  private var single = 0
  private var multiplesOfFive = 0
  private var sentences = 0

  init(hasLabels: Bool) {
    self.hasLabels = hasLabels
  }

  /// A unit with its time.
  ///
  /// - Parameter hasSentence: whether its text has a mark of punctuation.
  mutating func begin(at stamp: Timestamp, hasSentence: Bool) {
    // A first time that is later than the second may be wrong.
    if first == nil || units == 1 && stamp.time < first!.time { first = stamp }
    units += 1
    if hasSentence { sentences += 1 }
    if stamp.time.milliseconds % 5_000 == 0 { multiplesOfFive += 1 }
    if let last {
      let seconds = stamp.time.seconds - last.seconds
      if seconds > 0 { rise(by: seconds) }
      if seconds < 0 { fall() }
      if seconds != 0 { words = 0 }
    } else {
      words = 0
    }
    last = stamp.time
  }

  private mutating func rise(by seconds: Double) {
    rises += 1
    if seconds == 1 { single += 1 }
    hasRisen = !hasFallen
    if hasRisen { steps.append(Step(words: Double(words), seconds: seconds)) }
    hasFallen = false
  }

  /// One of the two times around a fall is wrong, so the steps above and below it say nothing.
  private mutating func fall() {
    falls += 1
    if hasRisen { steps.removeLast() }
    (hasRisen, hasFallen) = (false, true)
  }

  /// A unit whose time cannot be read: what is above and below it is not compared.
  mutating func interrupt() {
    last = nil
    (hasRisen, hasFallen) = (false, false)
  }

  mutating func speak(_ count: Int) {
    words += count
  }

  /// Whether the times may be of the day: they begin in the morning or later.
  var mayBeClock: Bool {
    guard let first else { return false }
    let seconds = first.time.wholeSeconds
    return first.style.hourDigits > 0 ? (10_800..<86_400).contains(seconds) : (300..<1_440).contains(seconds)
  }

  var objection: Objection? {
    if falls >= 2, falls * 3 > falls + rises { return .unordered }
    // Captions whose clock stands still, and not at zero, are lengths.
    if !hasLabels, units >= 3, rises == 0, first?.time.milliseconds != 0 { return .unordered }
    // Quick answers of two speakers may be a second apart, most of them.
    let isCounting = hasLabels && !mayBeClock ? single * 20 >= rises * 19 : single * 5 >= rises * 4
    if rises >= 15, isCounting { return .count }
    let words = steps.reduce(0) { $0 + $1.words }
    // Nobody's turn is longer than some minutes in the first lines of a transcript; in a list of chapters all are about
    // as long. The longest step may be a wrong time.
    let lengths = steps.map { min($0.seconds, 300) }
    let seconds = lengths.reduce(0, +)
    let likely = steps.count > (hasLabels ? 1 : 2) ? seconds - lengths.max()! : seconds
    if seconds >= 60, words * (mayBeClock ? 1 : 2) < likely { return .tooSlow }
    // Of two speakers one may have a wrong time.
    if words > 7 * (seconds + 2), !hasLabels || steps.count > 2 { return .tooFast }
    if mayBeClock, units >= 6, rises == 0 { return .tooFast }
    if mayBeClock, units >= 5, sentences == 0, words < 2 * seconds { return .schedule }
    if units >= 4, multiplesOfFive * 10 >= units * 9, words * 2 < likely * (hasLabels ? 2 : 3) { return .schedule }
    let rushed = steps.count { $0.words > 6 * ($0.seconds + 1) }
    if steps.count >= 8, rushed * 4 > steps.count { return .tooFast }
    return isUnrelated ? .unrelated : nil
  }

  /// Whether the length of a step has nothing to do with its words. Captions of equal length have equal steps, and then
  /// nothing can be told; times of day differ widely. Whether they begin about zero decides how much is asked for.
  private var isUnrelated: Bool {
    guard steps.count >= (mayBeClock ? 6 : 25) else { return false }
    // Square roots, as the spread of counts grows with them. The longest step is left out: it may be a wrong time.
    let outlier = steps.indices.max { steps[$0].seconds < steps[$1].seconds }
    var sum = (x: 0.0, y: 0.0, xx: 0.0, yy: 0.0, xy: 0.0)
    for (index, step) in steps.enumerated() where index != outlier {
      let x = min(step.words, 300).squareRoot()
      let y = min(step.seconds, 120).squareRoot()
      sum = (sum.x + x, sum.y + y, sum.xx + x * x, sum.yy + y * y, sum.xy + x * y)
    }
    let count = Double(steps.count - 1)
    let mean = (x: sum.x / count, y: sum.y / count)
    let spread = (x: sum.xx / count - mean.x * mean.x, y: sum.yy / count - mean.y * mean.y)
    guard spread.y > (mayBeClock ? 0.0625 : 0.2) * mean.y * mean.y else { return false }
    guard spread.x > 1e-9 else { return true }
    let covariance = sum.xy / count - mean.x * mean.y
    let needed = !mayBeClock ? 0.1 : steps.count < 12 ? 0.6 : 0.45
    return covariance < needed * (spread.x * spread.y).squareRoot()
  }
}
