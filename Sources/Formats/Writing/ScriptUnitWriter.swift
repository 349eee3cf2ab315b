import Transcript

/// Writes one segment as the template of a notation says.
///
/// A field that has no value goes with the marks that belong to it: those behind it where it stands before the text, and
/// those before it where it stands behind.
struct ScriptUnitWriter {
  enum Field: String {
    case speaker, time, text
  }

  /// A field with its marks.
  typealias Slot = (before: String, field: Field, after: String)

  /// Whether a paragraph without label and time goes on with the turn above it.
  private let continues: Bool
  private let times: TimeSpelling
  /// The fields in order, each with its marks.
  let slots: [Slot]

  init(_ notation: Notation, _ times: TimeSpelling) {
    self.init(template: notation.template, continues: notation.continues, times)
  }

  init(template: String, continues: Bool, _ times: TimeSpelling) {
    (self.continues, self.times) = (continues, times)
    slots = Self.slots(of: template)
  }

  /// - Parameter speaker: who speaks in the segment above.
  func write(_ unit: Script.Unit, after speaker: String?) -> String {
    let goesOn = continues && unit.start == nil && unit.speaker == speaker
    var line = ""
    for slot in slots {
      let value: String? =
        switch slot.field {
        case .speaker: goesOn ? nil : unit.speaker
        case .time: unit.start.map(times.string)
        case .text: unit.text
        }
      if let value { line += slot.before + value + slot.after }
    }
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }

  static func slots(of template: String) -> [Slot] {
    var slots: [Slot] = []
    var literal = ""
    var rest = template[...]
    while let character = rest.popFirst() {
      guard character == "{", let close = rest.firstIndex(of: "}"), let field = Field(rawValue: String(rest[..<close]))
      else {
        literal.append(character)
        continue
      }
      rest = rest[rest.index(after: close)...]
      // Up to the text, marks belong to the field before them.
      let isLead = !slots.contains { $0.field == .text } && !slots.isEmpty
      if isLead { slots[slots.count - 1].after = literal }
      slots.append((isLead ? "" : literal, field, ""))
      literal = ""
    }
    if !slots.isEmpty { slots[slots.count - 1].after = literal }
    return slots
  }
}

extension Notation {
  /// Whether there is a place for who speaks.
  var namesSpeakers: Bool { template.contains("{speaker}") }

  /// How times are usually written.
  var usualTimes: TimeSpelling {
    name == Notation.blog.name ? TimeSpelling(.always, hourDigits: 2, minuteDigits: 2) : TimeSpelling(.fromTheFirst)
  }
}
