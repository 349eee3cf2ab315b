import SourceText
import Transcript

extension Rule {
  /// One finding for each place at which the numbers do not go on, and not for each cue behind it.
  static let srtIndex = Rule(
    "srt-index", .warning, fix: .safe,
    summary: "The numbers of the cues do not count from 1.",
    why: "Players do not need the numbers, but people and programs name a cue by its number.",
    halfWritten: .unit,
    looks: .atDocument(.frame) { reading, report in
      for run in NumberRun.all(in: reading) {
        let place = reading.range(of: run.fault, in: run.first)
        report(
          place, run.message(reading, place), atMost: run.isStart ? .information : .warning,
          fixes: [
            Fix(
              run.blocks.count > 1
                ? "Number these \(run.blocks.count) cues from \(run.number) on" : "Number it \(run.number)",
              zip(run.blocks, run.number...).map { .setID(block: $0, String($1)) }, in: reading, isSafe: true)
          ])
      }
    })
}

/// Cues whose numbers follow each other, from a place at which they do not follow the one above.
private struct NumberRun {
  /// The number that the first of them should have.
  var number: Int
  var first: Int
  var fault: Part
  var blocks: [Int]
  /// Whether nothing has a number above it.
  var isStart: Bool
  /// Whether a cue above has the number of the first.
  var isRepeated: Bool

  static func all(in reading: Reading) -> [NumberRun] {
    guard reading.blocks.faultyCount > 0 else { return [] }
    var runs: [NumberRun] = []
    // Whether the cues below the last place still count on from it.
    var goesOn = false
    var above = 0
    var given: Set<Int> = []
    for block in reading.settledSegments() {
      let number = reading.string(.id, of: block).flatMap { Int($0) }
      // Of two equal cues one will go.
      if number == above, reading.episode.rows[block].words > 0, reading.isRepeated(block) { continue }
      defer {
        above = number ?? above + 1
        given.insert(above)
      }
      let fault =
        reading.blocks[block].hasFault
        ? reading.blocks.parts(of: block).first { $0.fault == .subRipNumber || $0.fault == .subRipNumberMissing } : nil
      // One number was wrong, and the next is the one that follows the right one.
      if fault != nil, goesOn, let last = runs.last, last.blocks.count == 1, number == last.number + 1 {
        goesOn = false
      } else if let fault {
        goesOn = true
        runs.append(
          NumberRun(
            number: min(above + 1, 999_999_999), first: block, fault: fault, blocks: [block], isStart: given.isEmpty,
            isRepeated: number.map(given.contains) ?? false))
      } else if goesOn {
        runs[runs.count - 1].blocks.append(block)
      }
    }
    return runs
  }

  func message(_ reading: Reading, _ place: Range<Int>) -> Message {
    if fault.fault == .subRipNumberMissing { return "The cue has no number." }
    let written = reading.text.string(place)
    if Int(written) == nil { return "“\(written)” is no number." }
    if isStart { return "The numbers start at \(written)." }
    if isRepeated { return "The number \(written) was given before." }
    return "\(written) follows \(String(number - 1))."
  }
}
