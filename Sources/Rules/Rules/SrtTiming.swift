import SourceText
import Transcript

extension Rule {
  /// SubRip has no standard; what two widely used readers make of each slip decides: where one of them loses the cue, or shows it at
  /// another time, it is an error. A slip that runs through the file is one finding with one fix.
  static let srtTiming = Rule(
    "srt-timing", .error, fix: .safe,
    summary: "The times of a cue are not written as SubRip wants them.",
    why: "Readers disagree about everything but 00:00:01,000 --> 00:00:03,500: some lose the cue, some move it.",
    halfWritten: .line,
    looks: .atDocument(.frame) { reading, report in
      for slip in TimingSlip.all(in: reading) {
        guard let first = slip.places.first else { continue }
        let count = slip.blocks.count
        let more = count > 1 ? " So it is in \(counted(count, "cue"))." : ""
        report(
          reading.range(of: first.fault, in: first.block), Message(slip.message + more), atMost: slip.severity,
          atLeast: slip.severity,
          fixes: [
            Fix(
              count > 1 ? "\(slip.title) in \(counted(count, "cue"))" : slip.title,
              slip.places.map { .mend(block: $0.block, $0.fault, .respell) }, in: reading, isSafe: slip.isSafe)
          ])
      }
    })
}

/// A slip at the line with the times, in all the cues that have it.
private struct TimingSlip {
  typealias Place = (block: Int, fault: Part)

  var message: String
  var title: String
  var severity: Severity
  var isSafe: Bool
  var places: [Place] = []

  var blocks: Set<Int> { Set(places.map(\.block)) }

  static func all(in reading: Reading) -> [TimingSlip] {
    var slips: [TimingSlip] = []
    var known: [String: Int] = [:]
    for (block, fault) in reading.faults(faults) {
      let written = reading.text.string(reading.range(of: fault, in: block))
      guard let slip = TimingSlip(fault.fault, written) else { continue }
      // What cannot be said of several at once stands for itself.
      let key = slip.isSingle(fault.fault) ? "\(block) \(fault.offset)" : slip.message
      if let index = known[key] {
        slips[index].places.append((block, fault))
      } else {
        known[key] = slips.count
        slips.append(slip)
        slips[slips.count - 1].places.append((block, fault))
      }
    }
    return slips
  }

  private static let faults: Set<Fault> = [
    .subRipArrow, .subRipArrowSpacing, .subRipArrowMissing, .subRipEndMissing, .subRipTimeUnreadable,
    .subRipTimeImpossible, .subRipHoursMissing, .subRipTimeSpelling, .subRipFraction, .subRipHours, .subRipSettings,
    .subRipTextBesideTimes,
  ]

  private func isSingle(_ fault: Fault?) -> Bool {
    [.subRipEndMissing, .subRipTimeUnreadable, .subRipTimeImpossible, .subRipTextBesideTimes].contains(fault)
  }

  private init(_ message: String, _ title: String, _ severity: Severity, isSafe: Bool = true) {
    (self.message, self.title, self.severity, self.isSafe) = (message, title, severity, isSafe)
  }

  private init?(_ fault: Fault?, _ written: String) {
    let shown = shortened(written)
    switch fault {
    case .subRipArrow:
      self.init("The arrow is -->, not “\(shown)”: many readers lose the cue.", "Write -->", .error)
    case .subRipArrowMissing:
      self.init("An arrow --> belongs between the two times: readers lose the cue.", "Write -->", .error)
    case .subRipArrowSpacing: self.init("A blank belongs on both sides of -->.", "Add the blanks", .warning)
    case .subRipEndMissing: self.init("The time at which the cue ends is missing.", "Add it", .error, isSafe: false)
    case .subRipTimeUnreadable:
      self.init("“\(shown)” is not a time; a time is written 00:00:01,000.", "Correct the time", .error, isSafe: false)
    case .subRipTimeImpossible: self.init(impossible: written, shown)
    case .subRipHoursMissing:
      self.init(
        "The hours are missing: some readers lose the cue, some take minutes for hours.", "Add the hours", .error)
    case .subRipFraction:
      self.init(
        "The milliseconds do not have three digits, and readers disagree about what fewer mean.",
        "Add the missing digits at the end", .warning, isSafe: false)
    case .subRipHours:
      self.init("The cue begins or ends behind a hundred hours.", "", .information, isSafe: false)
    case .subRipSettings:
      self.init("Settings of WebVTT mean nothing in SubRip.", "Remove them", .information, isSafe: false)
    case .subRipTextBesideTimes:
      self.init(
        "Text beside the times is not shown; it belongs on the line below.", "Break the line before it", .error,
        isSafe: false)
    case .subRipTimeSpelling: self.init(spelling: written)
    default: return nil
    }
  }

  private init(impossible written: String, _ shown: String) {
    if written.hasPrefix("-") || written.unicodeScalars.first.map({ !$0.isASCII }) ?? false {
      self.init(
        "A time cannot be less than zero: readers lose the cue or move it.", "Change it to zero", .error, isSafe: false)
    } else {
      self.init(
        "“\(shown)” is no time: minutes and seconds are at most 59.", "Carry over what is more", .error, isSafe: false)
    }
  }

  /// What is unusual about a time that all the same can be read.
  private init(spelling written: String) {
    guard let time = CueTime(written.utf8) else {
      self.init("The time is written in an unusual way.", "Write it as usual", .warning)
      return
    }
    let message: String
    if time.hasOtherMarks {
      message = "SubRip has a colon, a comma and the digits of ASCII."
    } else if time.decimalMark == UInt8(ascii: ".") {
      message = "A point stands where SubRip has a comma."
    } else if time.decimalMark == UInt8(ascii: ":") {
      message = "A colon stands where SubRip has a comma; some readers lose the cue."
    } else if time.style.fractionDigits == 0 {
      message = "The milliseconds are missing."
    } else {
      message = "Hours, minutes and seconds have two digits each."
    }
    self.init(message, "Write the times as usual", .warning)
  }
}
