import Transcript

/// Writes one segment as the template of a notation says.
///
/// A field that has no value goes with the marks that belong to it; a line of fields none of which has a value is not
/// written.
struct ScriptUnitWriter {
  /// Whether a paragraph without label and time goes on with the turn above it.
  private let continues: Bool
  private let times: TimeSpelling
  private let template: Template

  init(_ template: Template, continues: Bool, _ times: TimeSpelling) {
    (self.template, self.continues, self.times) = (template, continues, times)
  }

  init(_ notation: Notation, _ times: TimeSpelling) {
    self.init(notation.template, continues: notation.traits.continues, times)
  }

  /// - Parameter speaker: who speaks in the segment above.
  func write(_ unit: Script.Unit, after speaker: String?) -> String {
    var unit = unit
    if continues, unit.start == nil, unit.speaker == speaker { unit.speaker = nil }
    return template.lines.compactMap { write($0, of: unit) }.joined(separator: "\n")
  }

  private func write(_ line: Template.Line, of unit: Script.Unit) -> String? {
    let lead = template.slots[line.lead].compactMap { slot in value(of: slot.field, in: unit).map { (slot, $0) } }
    let tail = template.slots[line.tail].compactMap { slot in value(of: slot.field, in: unit).map { (slot, $0) } }
    guard line.hasText || !lead.isEmpty else { return nil }
    var text = ""
    for (slot, value) in lead { text += string(slot.before) + value + string(slot.after) + string(slot.gap) }
    if line.hasText { text += unit.text }
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
    case .id: nil
    }
  }

  private func string(_ bytes: Marks) -> String { String(decoding: bytes, as: UTF8.self) }
}
