import Transcript

/// Writes the title of a section as a notation has it.
struct TitleWriter {
  private let notation: Notation
  private let times: TimeSpelling
  private let spelling: Spelling

  /// - Parameter spelling: of the text in which the title will stand.
  init(_ notation: Notation, _ times: TimeSpelling, like spelling: Spelling) {
    (self.notation, self.times, self.spelling) = (notation, times, spelling)
  }

  /// - Parameter isMarked: whether it has the marks of Markdown even if titles of the text have none.
  func write(_ title: String, level: Int, _ start: Time?, isMarked: Bool = false) -> String {
    if level == 1, notation.traits.sectionLabels.contains(title) {
      return ScriptUnitWriter(notation, times, like: spelling).write(
        Script.Unit(speaker: title, start: start, text: ""), after: nil)
    }
    if notation.isTimeAlone(title, level: level) { return title }
    let hasMarks = level > 1 || isMarked || spelling.marksTitles || ![.none, .bare].contains(notation.traits.headings)
    var line = hasMarks ? String(repeating: "#", count: level) + " " : ""
    if let start, let marks = notation.traits.titleTime?.slot {
      line += String(decoding: marks.before, as: UTF8.self) + times.string(for: start)
      line += String(decoding: marks.after, as: UTF8.self) + " "
    }
    return line + title
  }
}

extension Notation {
  /// Whether a title is a time that stands alone on its line.
  fileprivate func isTimeAlone(_ title: String, level: Int) -> Bool {
    guard level == 1, traits.headings == .timeAlone, title.utf8.count < 16 else { return false }
    if case .time = Timestamp.read(title.utf8) { return true } else { return false }
  }
}
