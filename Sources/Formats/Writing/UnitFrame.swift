import SourceText
import Transcript

/// What stands around the words of one segment, field by field, as it is written: what does not change stays as it is.
struct UnitFrame {
  /// A field that is there, with its marks and the blanks or the line end on the way to the words.
  private struct Piece {
    var slot: Template.Slot
    /// Without the marks.
    var value: String
    var text: String
    var gap: String
  }

  /// As the template finds it, in bytes of the text.
  let unit: Template.Unit
  /// From the first byte of the frame to the last.
  private(set) var content: Range<Int>
  private let template: Template
  private let lineEnding: String
  /// By the field's place in the template; nil where it is not there.
  private var pieces: [Piece?]
  /// Where what was said begins.
  private var wordsStart: Int

  init?(_ reader: ParagraphReader, _ text: Text, at start: Int) {
    template = reader.notation.template
    let found = text.withLines(from: text.line(at: start)) { lines -> (Template.Unit, Range<Int>)? in
      guard let line = lines.next() else { return nil }
      let content = lines.spoken(lines.withoutByteOrderMark(line))
      return (reader.unit(&lines, content), content)
    }
    guard let (unit, line) = found else { return nil }
    self.unit = unit
    let template = template
    lineEnding = text.lineEnding(at: start)
    wordsStart = unit.words.lowerBound
    let outers = template.slots.map { unit.outer(of: $0.field, template) }
    content =
      line.lowerBound..<max(line.upperBound, unit.words.upperBound, outers.compactMap { $0?.upperBound }.max() ?? 0)
    pieces = template.slots.indices.map { index in
      guard let outer = outers[index], let inner = unit.inner(of: template.slots[index].field) else { return nil }
      let isLead = outer.lowerBound < unit.words.lowerBound
      let next =
        isLead
        ? outers[(index + 1)...].compactMap { $0?.lowerBound }.first {
          $0 >= outer.upperBound && $0 <= unit.words.lowerBound
        }
          ?? unit.words.lowerBound
        : outers[..<index].compactMap { $0?.upperBound }.last { $0 <= outer.lowerBound && $0 >= unit.words.upperBound }
          ?? unit.words.upperBound
      let gap = isLead ? outer.upperBound..<max(outer.upperBound, next) : min(next, outer.lowerBound)..<outer.lowerBound
      return Piece(
        slot: template.slots[index], value: text.string(inner), text: text.string(outer), gap: text.string(gap))
    }
  }

  var label: String? { piece(.speaker)?.value }
  var end: String? { piece(.end)?.value }

  /// The time as it stands there.
  func writtenTime(in text: Text) -> ArraySlice<UInt8> {
    unit.time.map { text.bytes[$0.inner] } ?? []
  }

  private func place(_ field: Template.Field) -> Int? { template.slots.firstIndex { $0.field == field } }

  private func piece(_ field: Template.Field) -> Piece? { place(field).flatMap { pieces[$0] } }

  // MARK: - Changes

  /// A field gets another value, in the marks that it has if they are the right ones; or it goes, for nil.
  mutating func set(_ field: Template.Field, to value: String?) {
    guard let place = place(field) else { return }
    guard let value else {
      pieces[place] = nil
      return
    }
    let slot = template.slots[place]
    if var piece = pieces[place], unit.isHealthy(field), let range = piece.text.utf8Range(of: piece.value) {
      piece.text.replaceSubrange(range, with: value)
      piece.value = value
      pieces[place] = piece
      return
    }
    let old = pieces[place]?.gap
    pieces[place] = Piece(
      slot: slot, value: value, text: marked(value, at: place),
      gap: old.flatMap { $0.isEmpty ? nil : $0 } ?? gap(of: place))
  }

  /// The label, and what was damaged together with it, gets the marks that belong to it.
  mutating func respell(to label: String) {
    if unit.time?.hasOpenEmphasis ?? false, let time = piece(.time)?.value, let place = place(.time) {
      let text = marked(time, at: place)
      pieces[place]?.text = text
    }
    guard let place = place(.speaker) else { return }
    let text = marked(label, at: place)
    pieces[place]?.text = text
    let isColonFree = !(unit.label?.fault.map { $0.fault == .labelMarks } ?? false)
    if isColonFree || (pieces[place]?.gap.isEmpty ?? true) {
      let gap = gap(of: place)
      pieces[place]?.gap = gap
    }
  }

  /// The label becomes the first of the words; false where it does not stand before them.
  mutating func unlabel() -> Bool {
    guard let place = place(.speaker), let label = unit.label, label.outer.lowerBound < unit.words.lowerBound else {
      return false
    }
    pieces[place] = nil
    wordsStart = label.outer.lowerBound
    return true
  }

  private func marked(_ value: String, at place: Int) -> String {
    string(template.slots[place].before) + value + string(template.slots[place].after)
  }

  /// What divides a field from what follows on the way to the words, where nothing does yet.
  private func gap(of place: Int) -> String {
    let isLastOfLine = template.lines.dropLast().contains { $0.slots.upperBound == place + 1 && !$0.hasText }
    return isLastOfLine ? lineEnding : string(template.slots[place].gap)
  }

  // MARK: - Writing

  /// Whether no field came, went, or got other marks: then the values alone have changed.
  func hasSameFields(as other: UnitFrame) -> Bool {
    wordsStart == other.wordsStart
      && zip(pieces, other.pieces).allSatisfy { now, before in
        guard let now, let before else { return now == nil && before == nil }
        return now.gap == before.gap
          && (now.text == before.text || now.value != before.value && unit.isHealthy(now.slot.field))
      }
  }

  /// The edits that turn what stood there into this.
  func edits(from before: UnitFrame, in text: Text) -> [Edit] {
    if hasSameFields(as: before) {
      return zip(pieces, before.pieces).compactMap { now, old in
        guard let now, now.value != old?.value else { return nil }
        return unit.inner(of: now.slot.field).map { Edit($0, now.value) }
      }
    }
    var edits: [Edit] = []
    let (words, lead) = (unit.words, written(isLead: true))
    if lead != before.written(isLead: true) || wordsStart != before.wordsStart {
      edits.append(shortest(content.lowerBound..<wordsStart, words.isEmpty ? trimmed(lead) : lead, text))
    }
    let tail = written(isLead: false)
    if tail != before.written(isLead: false) {
      edits.append(shortest(words.upperBound..<content.upperBound, tail, text))
    }
    return edits.filter { !$0.range.isEmpty || !$0.replacement.isEmpty }
  }

  private func written(isLead: Bool) -> String {
    pieces.indices.reduce(into: "") { result, index in
      guard let piece = pieces[index] else { return }
      let stands = template.lines.contains { (isLead ? $0.lead : $0.tail).contains(index) }
      if stands { result += isLead ? piece.text + piece.gap : piece.gap + piece.text }
    }
  }

  private func shortest(_ range: Range<Int>, _ replacement: String, _ text: Text) -> Edit {
    text.shortest(Edit(range, replacement))
  }

  /// At the end of a line nobody sees a blank.
  private func trimmed(_ lead: String) -> String {
    var lead = lead
    while lead.utf8.last == UInt8(ascii: " ") { lead.removeLast() }
    return lead
  }

  private func string(_ marks: Marks) -> String { String(decoding: marks, as: UTF8.self) }
}

extension Template.Unit {
  /// A field with its marks.
  fileprivate func outer(of field: Template.Field, _ template: Template) -> Range<Int>? {
    switch field {
    case .time: time?.outer
    case .end: end?.outer
    case .speaker: label?.outer
    case .id: id
    case .text: nil
    }
  }

  fileprivate func inner(of field: Template.Field) -> Range<Int>? {
    switch field {
    case .time: time?.inner
    case .end: end?.inner
    case .speaker: label?.name
    case .id: id
    case .text: nil
    }
  }

  /// Whether a field has the marks that belong to it.
  fileprivate func isHealthy(_ field: Template.Field) -> Bool {
    switch field {
    case .time: time.map { $0.isMarked && !$0.hasOpenEmphasis } ?? false
    case .end: end?.isMarked ?? false
    case .speaker: label.map { $0.fault == nil } ?? false
    case .id: id != nil
    case .text: true
    }
  }
}

extension String {
  /// Where another string stands in this one for the first time.
  fileprivate func utf8Range(of other: String) -> Range<String.Index>? {
    guard !other.isEmpty else { return nil }
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if utf8[start...].starts(with: other.utf8) { return start..<utf8.index(start, offsetBy: other.utf8.count) }
      start = utf8.index(after: start)
    }
    return nil
  }
}
