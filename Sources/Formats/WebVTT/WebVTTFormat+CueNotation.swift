import SourceText
import Transcript

/// How WebVTT is written.
extension WebVTTFormat: CueNotation {
  var quoting: Quoting { .cue }
  var isNumbered: Bool { false }
  var usualLabel: CueLabelStyle { .voice }

  /// With hours where the other time has some, or where they are needed.
  func written(_ time: Time, like: Timestamp?) -> String {
    let hourDigits = like.map { Int($0.style.hourDigits) } ?? 2
    let hasHours = hourDigits > 0 || time.milliseconds >= 3_600_000
    return time.written(hourDigits: hasHours ? max(2, hourDigits) : 0, fractionDigits: 3)
  }

  func comment(_ text: String) -> String? {
    let lines = text.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhite } }
    let comment = Scalar.escapedArrows(lines.joined(separator: "\n"))
    return comment.isEmpty ? "NOTE" : "NOTE " + comment
  }

  func edits(mending fault: Part, _ mending: Mending, of block: Int, in reading: Reading) -> [Edit]? {
    WebVTTMending(reading, block, fault).edits(mending)
  }
}

/// How a transcript becomes WebVTT.
extension WebVTTFormat: CueFormat {
  var header: String { "WEBVTT\n\n" }
  /// A voice is a tag, which is not shown.
  var showsLabels: Bool { false }
  var usualTimes: TimeSpelling { TimeSpelling(.always, hourDigits: 2, minuteDigits: 2, fractionDigits: 3) }

  func written(_ unit: Script.Unit, number: Int, after speaker: String?, _ spelling: CueSpelling) -> String {
    var times = spelling.times
    // What players can read, whatever the times of the file were.
    (times.fractionDigits, times.decimalMark) = (3, UInt8(ascii: "."))
    (times.hourDigits, times.minuteDigits) = (max(2, times.hourDigits), 2)
    if times.hours == .never { times.hours = .fromTheFirst }
    let (start, end) = (unit.start ?? Time(seconds: 0), unit.end ?? Time(seconds: 0))
    let label = unit.speaker.flatMap { self.label($0, .voice) } ?? ""
    let lines = spelling.breaking.broken(unit.text).map { Scalar.escaped($0, in: .cue) }
    var text = label + lines.joined(separator: "\n")
    // At the beginning of a cue these marks would say that somebody else speaks.
    if text.hasPrefix(">>") { text = "&gt;" + text.dropFirst() }
    let cue = "\(times.string(for: start)) --> \(times.string(for: end))"
    return text.isEmpty ? cue : cue + "\n" + text
  }
}
