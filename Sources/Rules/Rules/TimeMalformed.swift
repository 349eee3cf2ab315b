import SourceText
import Transcript

extension Rule {
  /// A page shows a time that it cannot read as text, and readers can no longer jump to the line. Clock times, ratios
  /// and ports in spoken words are left alone, because only the place of the time in the notation is looked at.
  ///
  /// Some slips turn a time into another valid one: `1:0:08` among times like `1:00:08`, `00:00.12` among times like
  /// `00:00:12`. If all times of a file are written this way, it is their style.
  static let timeMalformed = Rule(
    "time-malformed", .error, fix: .offered,
    summary: "The text in the place of a time cannot be read as one.",
    why: "A time that cannot be read is shown as text, and nobody can jump to the line.",
    looks: .atDocument(.counts) { reading, report in
      lazy var guess = TimeGuess(reading)
      for (block, fault) in reading.faults([.timeMalformed, .secondsMalformed]) {
        let range = reading.range(of: fault, in: block)
        let written = reading.text.string(range)
        if fault.fault == .secondsMalformed {
          report(range, "“\(written)” is not a number of seconds.", fixes: [reading.digitsMeant(written, in: block)])
        } else {
          report(
            range, "“\(written)” is not a time; a time is written m:ss or h:mm:ss.",
            fixes: guess.fixes(of: written, at: range, in: block))
        }
      }
      for block in reading.episode.rows.indices where reading.episode.isSlip(block) {
        guard let range = reading.range(.start, of: block) else { continue }
        let written = reading.text.string(range)
        let isPoint = reading.episode.rows[block].startStyle.fractionDigits > 0
        report(
          range,
          isPoint ? "“\(written)” has a point where a colon belongs." : "The minutes of “\(written)” have one digit.",
          fixes: guess.fixes(of: written, at: range, in: block))
      }
    })
}

extension Reading {
  /// The fix for a number in which letters stand for digits.
  fileprivate func digitsMeant(_ written: String, in block: Int) -> Fix? {
    let digits = Array(written.utf8).map(digitMeant)
    guard let seconds = Int(String(decoding: digits, as: UTF8.self)), digits.allSatisfy(isDigit) else { return nil }
    // If there is a time beside it that can be read, that time tells the number.
    let time = range(.start, of: block).flatMap { range -> Timestamp? in
      if case .time(let stamp) = Timestamp.read(text.bytes[range]) { stamp } else { nil }
    }
    let meant = time?.time ?? Time(seconds: seconds)
    return Fix("Change to \(meant.wholeSeconds)", [.setStart(block: block, meant, like: time)], in: self)
  }
}

/// The time that was probably meant by one that cannot be read.
private struct TimeGuess {
  let reading: Reading
  let pace: Pace
  let around: TimesAround

  init(_ reading: Reading) {
    self.reading = reading
    (pace, around) = (Pace(reading), TimesAround(reading))
  }

  func fixes(of written: String, at range: Range<Int>, in block: Int) -> [Fix?] {
    let hasDecimals = reading.nearestTime(to: block).map { $0.style.fractionDigits > 0 } ?? false
    var meant = reading.fitting(timesMeant(withoutMarks(written), hasDecimals: hasDecimals), at: block, pace)
    // If there is a number of seconds and it fits, it is better than any guess.
    if let seconds = reading.range(.seconds, of: block),
      let time = Time(secondsWrittenAs: reading.text.bytes[seconds]), reading.neighbours(of: block, pace).allow(time)
    {
      let spelling =
        reading.nearestTime(to: block).map { around.completed($0, at: block).spelling(of: time) } ?? time.description
      meant = [spelling] + meant.filter { $0 != spelling }
    }
    return meant.map { reading.settingStart(block, writtenAs: $0) }
  }
}

extension Reading {
  /// The fix that gives a segment a start, written like this.
  func settingStart(_ block: Int, writtenAs time: String, isSafe: Bool = false) -> Fix? {
    guard case .time(let stamp) = Timestamp.read(time.utf8) else { return nil }
    // Digits of another script are used if the times around have them.
    let isOther = nearestTime(to: block).map { !$0.isASCII } ?? false
    return Fix(
      "Change to \(time)", [.setStart(block: block, stamp.time, like: isOther ? nil : stamp)], in: self, isSafe: isSafe)
  }
}

/// A malformed time without the marks around it, and with ASCII digits.
private func withoutMarks(_ written: String) -> String {
  var plain = ""
  for scalar in written.unicodeScalars {
    switch Sign(scalar.value) {
    case .opening, .closing: break
    case let sign?: if let byte = sign.ascii { plain.unicodeScalars.append(Unicode.Scalar(byte)) }
    case nil: plain.unicodeScalars.append(scalar)
    }
  }
  let isMark = { (character: Character) in !character.isLetter && !character.isNumber }
  let inside = plain.drop(while: isMark)
  let end = inside.lastIndex { !isMark($0) }.map(inside.index(after:)) ?? inside.startIndex
  return String(inside[..<end])
}
