import SourceText
import Transcript

/// Writes one segment as a form of a notation says.
///
/// A field that has no value goes with the marks that belong to it; a line of fields none of which has a value is not
/// written.
struct ScriptUnitWriter {
  /// Whether a paragraph without label and time goes on with the turn above it.
  private let continues: Bool
  private let times: TimeSpelling
  /// The way in which segments are written, and others for labels that it cannot have.
  private let template: Template
  private var others: [Template] = []
  /// Where lines of what is said end, and where it begins; in characters.
  private var wrapColumn: Int?
  private var textColumn: Int?
  /// What stands between the lines of a segment.
  private var lineEnd = "\n"

  init(_ template: Template, continues: Bool, _ times: TimeSpelling) {
    (self.template, self.continues, self.times) = (template, continues, times)
  }

  /// - Parameter spelling: of the text in which the segment will stand.
  init(_ notation: Notation, _ times: TimeSpelling, like spelling: Spelling = Spelling()) {
    let form = notation.forms.indices.contains(spelling.form) ? spelling.form : 0
    self.init(notation.forms[form], continues: notation.traits.continues, times)
    wrapColumn = spelling.wrapColumn ?? notation.traits.wrapColumn
    others = notation.forms
    lineEnd = notation.lineEnd
    textColumn = spelling.textColumn ?? notation.traits.textColumn
  }

  /// - Parameters:
  ///   - speaker: who speaks in the segment above.
  ///   - isWrapped: whether what is said may be written in several lines.
  func write(_ unit: Script.Unit, after speaker: String?, isWrapped: Bool = true) -> String {
    var unit = unit
    let template = template(for: unit)
    let isContinued = unit.start == nil ? continues : template.isOptional(.speaker) && template.timeLeads
    if isContinued, unit.speaker == speaker { unit.speaker = nil }
    let text = template.lines.compactMap { write($0, of: unit, template) }.joined(separator: lineEnd)
    guard isWrapped, let wrapColumn, template.endsWithText else { return text }
    return wrapped(text, from: text.utf8.count - unit.text.utf8.count, at: wrapColumn)
  }

  private func template(for unit: Script.Unit) -> Template {
    guard let speaker = unit.speaker, !others.isEmpty, !template.allows(speaker) else { return template }
    return others.first { $0.allows(speaker) } ?? template
  }

  private func write(_ line: Template.Line, of unit: Script.Unit, _ template: Template) -> String? {
    let slots = template.slots[line.lead]
    let lead = slots.indices.compactMap { index -> (Template.Slot, String)? in
      guard let value = value(of: slots[index].field, in: unit) else { return nil }
      let alone = unit.end == nil && index + 1 < slots.endIndex ? slots[index].withoutEnd(slots[index + 1]) : nil
      return (alone ?? slots[index], value)
    }
    let tail = template.slots[line.tail].compactMap { slot in value(of: slot.field, in: unit).map { (slot, $0) } }
    guard line.hasText || !lead.isEmpty else { return nil }
    var text = ""
    for (slot, value) in lead { text += string(slot.before) + value + string(slot.after) + string(slot.gap) }
    if line.hasText {
      if let textColumn, !lead.isEmpty || line.lead.isEmpty {
        text += String(repeating: " ", count: max(0, textColumn - text.unicodeScalars.count))
      }
      text += unit.text
    }
    for (slot, value) in tail { text += string(slot.gap) + string(slot.before) + value + string(slot.after) }
    while let last = text.utf8.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { text.removeLast() }
    return text
  }

  private func value(of field: Template.Field, in unit: Script.Unit) -> String? {
    switch field {
    case .speaker: unit.speaker
    case .time: unit.start.map(times.string)
    case .end: unit.end.map(times.string)
    case .text: unit.text
    case .timeInWords: unit.start?.inWords
    case .id: nil
    }
  }

  // MARK: - Lines

  /// What is said, on lines that are no wider than a column, unless a word is.
  private func wrapped(_ text: String, from start: Int, at column: Int) -> String {
    let whole = Text(Array(text.utf8))
    let start = min(max(0, start), whole.count)
    let said = JointedText(whole, start..<whole.count, .none)
    let line = whole.content(ofLine: whole.line(at: start)).lowerBound
    var bytes = whole.bytes
    for joint in said.filled(width: column, from: displayWidth(of: bytes[line..<start])) {
      bytes[said.joints[joint].range.lowerBound] = 0x0A
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func string(_ bytes: Marks) -> String { String(decoding: bytes, as: UTF8.self) }
}
