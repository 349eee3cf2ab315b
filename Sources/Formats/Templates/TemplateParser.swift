import SourceText

/// Compiles a template, and refuses one with which no segment could be told from another.
struct TemplateParser {
  private typealias Mistake = Template.Mistake

  static let mostLines = 6

  struct Line {
    var lead: [Template.Slot] = []
    var hasText = false
    var tail: [Template.Slot] = []
  }

  private let bytes: [UInt8]
  private var index = 0
  private var lines = [Line()]
  /// The literal that was read last and belongs to no field yet.
  private var literal: [UInt8] = []
  /// Where each field stands.
  private var places: [Template.Field: Range<Int>] = [:]
  /// The labels that are listed in the template.
  private(set) var names: [String] = []

  init(_ source: String) {
    bytes = Array(source.utf8)
  }

  private var whole: Range<Int> { 0..<bytes.count }

  mutating func parse() throws(Template.Mistake) -> [Line] {
    guard bytes.count <= Template.mostBytes else {
      throw Mistake(message: "a template has at most \(Template.mostBytes) bytes", range: whole)
    }
    while index < bytes.count { try step() }
    try endLine()
    try check()
    return lines
  }

  private mutating func step() throws(Template.Mistake) {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "{"): try field()
    case UInt8(ascii: "}"):
      throw Mistake(message: "there is no { before this }", range: index..<(index + 1))
    case UInt8(ascii: "\n"):
      guard lines.count < Self.mostLines else {
        throw Mistake(message: "a segment has at most \(Self.mostLines) lines", range: index..<(index + 1))
      }
      try endLine()
      lines.append(Line())
      index += 1
    case 0..<0x20 where byte != 0x09, 0x7F:
      throw Mistake(message: "a template has no control characters", range: index..<(index + 1))
    default:
      literal.append(byte)
      index += 1
    }
  }

  private mutating func field() throws(Template.Mistake) {
    let start = index
    guard let close = bytes[start...].firstIndex(of: UInt8(ascii: "}")) else {
      throw Mistake(message: "this { is not closed", range: start..<(start + 1))
    }
    let range = start..<(close + 1)
    let (name, slot) = try slot(bytes[(start + 1)..<close], range)
    let field = slot.field
    guard places[field] == nil else { throw Mistake(message: "{\(name)} stands twice", range: range) }
    if let last = places.values.map(\.upperBound).max(), last == start {
      throw Mistake(message: "nothing stands between two fields, so nobody can tell where one ends", range: range)
    }
    places[field] = range
    index = range.upperBound
    try add(slot)
  }

  /// What stands in the braces: the name of a field, perhaps with what its labels can be, and `?`.
  private mutating func slot(
    _ inside: ArraySlice<UInt8>, _ range: Range<Int>
  ) throws(Template.Mistake) -> (name: String, slot: Template.Slot) {
    let isOptional = inside.last == UInt8(ascii: "?")
    let halves = inside.dropLast(isOptional ? 1 : 0).split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    let written = halves.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let isInCapitals = written == Template.Field.speaker.rawValue.uppercased()
    guard let field = Template.Field(rawValue: isInCapitals ? Template.Field.speaker.rawValue : written) else {
      let names = Template.Field.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      throw Mistake(message: "there is no field {\(written)}; there are \(names)", range: range)
    }
    guard !isOptional || field == .speaker || field == .time else {
      throw Mistake(message: "only a {speaker?} and a {time?} may be missing", range: range)
    }
    var slot = Template.Slot(field: field, isOptional: isOptional, names: isInCapitals ? .capitals : .any)
    if halves.count == 2 {
      names = halves[1].split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
      guard field == .speaker, !isInCapitals, !names.isEmpty else {
        throw Mistake(message: "only a {speaker=Ida|Tove} lists what it can be", range: range)
      }
      slot.names = .listed
    }
    return (field.rawValue, slot)
  }

  // MARK: - Marks

  private mutating func add(_ slot: Template.Slot) throws(Template.Mistake) {
    let line = lines.count - 1
    if slot.field == .text {
      try close()
      lines[line].hasText = true
      return
    }
    var slot = slot
    if lines[line].hasText {
      // Behind the text a literal belongs to the field behind it, but for what closes the field before.
      let (after, gap, before) = lines[line].tail.isEmpty ? ([], leadingBlanks, withoutBlanks) : divided
      if !lines[line].tail.isEmpty { lines[line].tail[lines[line].tail.count - 1].after = try marks(after) }
      (slot.gap, slot.before) = (try marks(gap), try marks(before))
      lines[line].tail.append(slot)
    } else {
      if lines[line].lead.isEmpty {
        slot.before = try marks(literal)
      } else {
        let (after, gap, before) = divided
        let last = lines[line].lead.count - 1
        (lines[line].lead[last].after, lines[line].lead[last].gap) = (try marks(after), try marks(gap))
        slot.before = try marks(before)
      }
      lines[line].lead.append(slot)
    }
    literal = []
  }

  /// Ends the fields before the text.
  private mutating func close() throws(Template.Mistake) {
    let line = lines.count - 1
    defer { literal = [] }
    guard !lines[line].lead.isEmpty else {
      if !literal.isEmpty { stray = stray ?? index - literal.count..<index }
      return
    }
    let last = lines[line].lead.count - 1
    let end = literal.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    (lines[line].lead[last].after, lines[line].lead[last].gap) = (
      try marks(Array(literal[..<end])), try marks(Array(literal[end...]))
    )
  }

  private mutating func endLine() throws(Template.Mistake) {
    let line = lines.count - 1
    if lines[line].hasText {
      if !lines[line].tail.isEmpty { lines[line].tail[lines[line].tail.count - 1].after = try marks(literal) }
      literal = lines[line].tail.isEmpty ? literal : []
    } else {
      try close()
    }
    stray = stray ?? (literal.isEmpty ? nil : index - literal.count..<index)
    literal = []
  }

  /// A literal that no field can answer for.
  private var stray: Range<Int>?

  /// What closes a field, the blanks, and what opens the next one: a literal is divided at its last blanks; where it has
  /// none, at its first opening mark.
  private var divided: (after: [UInt8], gap: [UInt8], before: [UInt8]) {
    if let last = literal.lastIndex(where: isBlank) {
      var first = last
      while first > 0, isBlank(literal[first - 1]) { first -= 1 }
      return (Array(literal[..<first]), Array(literal[first...last]), Array(literal[(last + 1)...]))
    }
    let opening = literal.firstIndex { "([{<".utf8.contains($0) } ?? literal.count
    return (Array(literal[..<opening]), [], Array(literal[opening...]))
  }

  private func marks(_ bytes: [UInt8]) throws(Template.Mistake) -> Marks {
    guard bytes.count <= Marks.longest else {
      throw Mistake(
        message: "between two fields stand at most \(Marks.longest) bytes of marks",
        range: index - literal.count..<index)
    }
    return Marks(bytes)
  }

  private var leadingBlanks: [UInt8] { Array(literal.prefix(while: isBlank)) }

  private var withoutBlanks: [UInt8] { Array(literal.drop(while: isBlank)) }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  // MARK: - What cannot be read

  private func check() throws(Template.Mistake) {
    guard let text = places[.text] else {
      throw Mistake(message: "{text} is missing, which stands for what was said", range: whole)
    }
    guard places[.time] != nil || places[.speaker] != nil else {
      throw Mistake(message: "a segment needs {time} or {speaker} besides {text}", range: whole)
    }
    guard lines[lines.count - 1].hasText else {
      throw Mistake(message: "{text} must stand on the last line", range: text)
    }
    if let end = places[.end], places[.time] == nil {
      throw Mistake(message: "{end} needs a {time} beside it", range: end)
    }
    if let words = places[.timeInWords], places[.time].map({ words.lowerBound < $0.lowerBound }) ?? true {
      throw Mistake(message: "{time-in-words} needs a {time} before it", range: words)
    }
    if let end = places[.end], let time = places[.time], end.lowerBound < time.lowerBound {
      throw Mistake(message: "{end} must stand behind {time}", range: end)
    }
    if let stray {
      throw Mistake(
        message: "these marks stand beside no field but {text}, so nobody can tell them from it", range: stray)
    }
    try checkSpeaker()
    for line in lines where !line.hasText && line.lead.isEmpty {
      throw Mistake(message: "a line of a template needs a field", range: whole)
    }
  }

  /// A label must be told from what is said: by a mark, or by standing alone beside a time on another line.
  private func checkSpeaker() throws(Template.Mistake) {
    guard let place = places[.speaker] else { return }
    for line in lines {
      if let index = line.lead.firstIndex(where: { $0.field == .speaker }) {
        let slot = line.lead[index]
        let isLast = index == line.lead.count - 1
        guard slot.after.isEmpty, isLast else { continue }
        if line.hasText {
          throw Mistake(
            message: "only a blank stands between {speaker} and {text}; put a mark there, such as a colon", range: place
          )
        }
        if slot.before.isEmpty, places[.time] == nil {
          throw Mistake(message: "a {speaker} alone on a line needs a mark or a {time} beside it", range: place)
        }
      }
      if let slot = line.tail.first(where: { $0.field == .speaker }), slot.before.isEmpty {
        throw Mistake(
          message: "only a blank stands between {text} and {speaker}; put a mark there, such as a dash", range: place)
      }
    }
  }
}
