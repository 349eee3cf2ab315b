import SourceText
import Transcript

extension Rule {
  /// The title of the fix that moves a cue and leaves its times.
  public static var movesCue: String { "Move the cue to its place by its time" }

  /// The cue that stands out is reported, and not those that follow one whose time is far too late. Of two that could be the
  /// wrong one it is the second, as in the specification of WebVTT (4.1): each start is at least that of every cue above.
  static let cueOrder = Rule(
    "cue-order", .warning, fix: .offered,
    summary: "A cue begins before the one above it.",
    why: "Players that read a file as it is played show such a cue late or never.",
    looks: .atDocument(.frame) { reading, report in
      // A cue that ends before it begins is reported as that.
      let cues = reading.cues().filter { reading.isCaption($0.block) && $0.length >= 0 }
      guard zip(cues, cues.dropFirst()).contains(where: { $1.start < $0.start }) else { return }
      let run = RisingRun(cues.map(\.start.milliseconds))
      let isBlamed = Set(run.blamed.map { max($0.index, $0.other ?? $0.index) })
      let kept = cues.indices.filter { !isBlamed.contains($0) }
      let voices = Voices(reading, cues)
      for index in isBlamed.sorted() {
        let cue = cues[index]
        guard let range = reading.timeRange(of: cue.block) else { continue }
        let isLate = index + 1 < cues.count && cues[index + 1].start < cue.start && !isBlamed.contains(index + 1)
        let place = kept.partitioningIndex { cues[$0].start > cue.start }
        let target = place < kept.count ? kept[place] : cues.count
        let written = reading.text.string(range.prefix(30))
        lazy var meant = reading.timeMeant(by: index, in: cues)
        report(
          range,
          (isLate
            ? "\(written) is later than the start of the cue below it."
            : "\(written) is earlier than the start of a cue above it.")
            + (meant.map { " Probably \($0.spelling)." } ?? ""),
          fixes: [
            meant.flatMap { meant in
              Fix(
                "Move its times to \(meant.spelling)",
                [.moveTimes(block: cue.block, .by(Int(meant.time.milliseconds) - Int(cue.start.milliseconds)))],
                in: reading)
            },
            voices.stay(moving: index, before: target)
              ? Fix(
                movesCue,
                [.move(block: cue.block, before: target < cues.count ? cues[target].block : reading.blocks.count)],
                in: reading) : nil,
          ])
      }
    })
}

/// Who speaks in each cue: in captions only the first cue of a turn may have a label.
private struct Voices {
  /// By cue: the label, and that of the cue itself or of the nearest one above that has one.
  private let own: [Speakers.ID?]
  private let heard: [Speakers.ID?]

  init(_ reading: Reading, _ cues: [Cue]) {
    own = cues.map { reading.speaker(of: $0.block) }
    var last: Speakers.ID?
    heard = own.map { label in
      last = label ?? last
      return last
    }
  }

  /// Whether everybody says what they said if a cue is moved before another one. The number of cues means the end.
  func stay(moving index: Int, before target: Int) -> Bool {
    guard target != index, target != index + 1 else { return false }
    // What stands below the old place, and below the new one, must not go on with another voice.
    let above = index > 0 ? heard[index - 1] : nil
    if own[index] != nil, own[index] != above, index + 1 < own.count, own[index + 1] == nil { return false }
    let newAbove = target > 0 ? heard[target - 1] : nil
    if own[index] == nil { return heard[index] == newAbove }
    return target >= own.count || own[target] != nil || own[index] == newAbove
  }
}

extension Reading {
  /// The start that was meant if one digit of a start is wrong: the only one between those of the cues above and below.
  fileprivate func timeMeant(by index: Int, in cues: [Cue]) -> (time: Time, spelling: String)? {
    let cue = cues[index]
    guard index > 0, index + 1 < cues.count, let range = range(.start, of: cue.block) else { return nil }
    let (above, below) = (cues[index - 1].start, cues[index + 1].start)
    guard above < below else { return nil }
    var meant: [(time: Time, spelling: String)] = []
    for slip in TimeCandidates.slips(ofSpelling: Array(text.bytes[range])) {
      guard case .time(let stamp) = Timestamp.read(slip), stamp.time > above, stamp.time < below,
        !meant.contains(where: { $0.time == stamp.time })
      else { continue }
      meant.append((stamp.time, String(decoding: slip, as: UTF8.self)))
    }
    // Where several fit, none is likelier.
    return meant.count == 1 ? meant[0] : nil
  }
}
