import SourceText
import Transcript

extension SubRipFormat: CueFormat {
  var showsLabels: Bool { true }

  var usualTimes: TimeSpelling {
    TimeSpelling(.always, hourDigits: 2, minuteDigits: 2, fractionDigits: 3, decimalMark: UInt8(ascii: ","))
  }

  var header: String { "" }

  func written(_ unit: Script.Unit, number: Int, after speaker: String?, _ spelling: CueSpelling) -> String {
    let (start, end) = (unit.start ?? Time(seconds: 0), unit.end ?? Time(seconds: 0))
    let label = label(of: unit, after: speaker)
    let lines = spelling.breaking.broken(unit.text, indent: label.count)
    return """
      \(number)
      \(spelling.times.string(for: start)) --> \(spelling.times.string(for: end))
      \(label)\(lines.joined(separator: "\n"))
      """
  }

  /// Players show the label of each turn once, so a cue without one goes on with the turn above.
  private func label(of unit: Script.Unit, after speaker: String?) -> String {
    guard let name = unit.speaker else { return speaker == nil ? "" : ">> " }
    return name == speaker && !beginsLikeLabel(unit.text) ? "" : name + ": "
  }

  private func beginsLikeLabel(_ text: String) -> Bool {
    Text(text).withLines { lines in lines.next().map { lines.cueLabel($0) != nil } ?? false }
  }
}
