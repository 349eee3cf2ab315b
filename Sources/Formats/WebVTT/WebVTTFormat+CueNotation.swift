import SourceText
import Transcript

/// How WebVTT is written.
extension WebVTTFormat: CueNotation {
  var quoting: Quoting { .cue }
  var head: String { "WEBVTT\n\n" }
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
