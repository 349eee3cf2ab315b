import SourceText
import Transcript

extension Rule {
  /// Times below an hour and times above it are compared separately: `59:59`, then `1:00:00` is one style.
  static let timeStyle = Rule(
    "time-style", .hint, fix: .safe,
    summary: "A time is written differently from nearly all others in the file.",
    why: "Two spellings of times make a file harder to search and to compare with an older version.",
    looks: .atDocument(.frame) { reading, report in
      guard let habit = TimeHabit(reading) else { return }
      for index in reading.episode.rows.indices where habit.isBroken(by: reading.episode.rows[index]) {
        // A slip is not another style: its value is not the time that was meant.
        guard let range = reading.range(.start, of: index), let time = reading.episode.start(of: index) else {
          continue
        }
        let written = reading.text.string(range)
        let usual = habit.spelling(of: time, asWritten: written)
        report(
          range, "This file would write \(usual).",
          fixes: [reading.settingStart(index, writtenAs: usual, isSafe: !mayBeSlip(written, usual))])
      }
    })
}

/// Whether a dot may have been typed instead of a colon: among times with hours, `00:00.12` may mean 12 seconds. Three
/// digits behind the dot are thousandths, as captions have them.
private func mayBeSlip(_ written: String, _ usual: String) -> Bool {
  let fields = written.utf8.split(omittingEmptySubsequences: false) {
    $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
  }
  guard fields.count == 2, fields[1].count <= 2 else { return false }
  return written.utf8.count { $0 == UInt8(ascii: ":") } < usual.utf8.count { $0 == UInt8(ascii: ":") }
}

/// The style of a file's times, if most of them agree on it and some do not.
private struct TimeHabit {
  /// A question of style with two answers. A vote is yes for the one that the name states.
  private enum Matter: Int, CaseIterable {
    case hoursBelowAnHour, hoursAboveAnHour, paddedHours, paddedMinutes
  }

  private struct Votes {
    var no = 0
    var yes = 0

    /// The answer of at least four fifths of the votes.
    var isUsual: Bool? { yes >= 4 * no && yes > 3 ? true : no >= 4 * yes && no > 3 ? false : nil }
    var isUnanimous: Bool { yes == 0 || no == 0 }
  }

  private var votes = Array(repeating: Votes(), count: Matter.allCases.count)

  init?(_ reading: Reading) {
    for row in reading.episode.rows {
      Self.vote(row) { matter, yes in
        if yes { votes[matter.rawValue].yes += 1 } else { votes[matter.rawValue].no += 1 }
      }
    }
    if votes.allSatisfy(\.isUnanimous) { return nil }
  }

  /// Casts the votes of one time on the questions that it answers.
  private static func vote(_ row: Episode.Row, _ cast: (Matter, Bool) -> Void) {
    let style = row.startStyle
    guard let time = row.start, style.minuteDigits > 0 else { return }
    let hasHours = style.hourDigits > 0
    cast(time.wholeSeconds < 3600 ? .hoursBelowAnHour : .hoursAboveAnHour, hasHours)
    if hasHours {
      if time.wholeSeconds < 36_000 { cast(.paddedHours, style.hourDigits > 1) }
    } else if time.wholeSeconds < 600 {
      cast(.paddedMinutes, style.minuteDigits > 1)
    }
  }

  func isBroken(by row: Episode.Row) -> Bool {
    var isBroken = false
    Self.vote(row) { matter, yes in
      if let usual = votes[matter.rawValue].isUsual, usual != yes { isBroken = true }
    }
    return isBroken
  }

  /// The same time in the style of the file. The digits behind the seconds stay.
  func spelling(of time: Time, asWritten written: String) -> String {
    let fields = written.prefix { $0 != "." && $0 != "," }.split(separator: ":")
    let matter: Matter = time.wholeSeconds < 3600 ? .hoursBelowAnHour : .hoursAboveAnHour
    let hasHours = votes[matter.rawValue].isUsual ?? (fields.count == 3)
    let pads = votes[(hasHours ? Matter.paddedHours : .paddedMinutes).rawValue].isUsual ?? (fields[0].utf8.count > 1)
    let digits = pads ? 2 : 1
    let fraction = written.drop { $0 != "." && $0 != "," }
    return time.written(hourDigits: hasHours ? digits : 0, minuteDigits: hasHours ? 2 : digits) + fraction
  }
}
