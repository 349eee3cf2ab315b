import SourceText
import Transcript

/// What stands around the words of one segment, field by field, as it is written: what does not change stays as it is.
struct UnitFrame {
  /// A field that is there, with its marks and the blanks or the line end on the way to the words.
  private struct Piece {
    let field: Template.Field
    var before: String
    var value: String
    var after: String
    var gap: String

    var text: String { before + value + after }
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
    let found = text.withLines(from: text.line(at: start)) { lines -> (Template.Unit, Range<Int>)? in
      guard let content = lines.nextSpoken() else { return nil }
      return (reader.unit(&lines, content), content)
    }
    guard let (unit, line) = found else { return nil }
    self.unit = unit
    let template = reader.notation.forms[unit.form]
    self.template = template
    lineEnding =
      reader.notation.lineEnd == "\n"
      ? text.lineEnding(at: start) : text.lineEnding(at: start) + text.lineEnding(at: start)
    wordsStart = unit.words.lowerBound
    let places = template.slots.map { unit.place(of: $0.field) }
    let outers = places.map { $0?.outer }
    content =
      line.lowerBound..<max(line.upperBound, unit.words.upperBound, outers.compactMap { $0?.upperBound }.max() ?? 0)
    pieces = template.slots.indices.map { index in
      guard let (outer, inner) = places[index] else { return nil }
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
        field: template.slots[index].field, before: text.string(outer.lowerBound..<inner.lowerBound),
        value: text.string(inner), after: text.string(inner.upperBound..<outer.upperBound), gap: text.string(gap))
    }
  }

  var label: String? { piece(.speaker)?.value }
  var saysTimeInWords: Bool { piece(.timeInWords) != nil }
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
      passLineEnd(from: place, to: neighbour(of: place))
      pieces[place] = nil
      return
    }
    if pieces[place] != nil, unit.isHealthy(field) {
      pieces[place]?.value = value
    } else {
      let isNew = pieces[place] == nil
      let old = pieces[place]?.gap ?? ""
      pieces[place] = piece(value, at: place, gap: old.isEmpty ? gap(of: place) : old)
      if isNew { passLineEnd(from: neighbour(of: place), to: place) }
    }
  }

  /// The field before one on the same line, where it is there.
  private func neighbour(of place: Int) -> Int? {
    guard let line = template.lines.first(where: { $0.lead.contains(place) }) else { return nil }
    return (line.lead.lowerBound..<place).last(where: { pieces[$0] != nil })
  }

  /// The end of a line stands behind its last field, whichever that is.
  private mutating func passLineEnd(from place: Int?, to other: Int?) {
    guard let place, let other, let gap = pieces[place]?.gap, gap.contains(where: \.isNewline) else { return }
    let usual = string(template.slots[place].gap)
    pieces[other]?.gap = gap
    pieces[place]?.gap = usual
  }

  /// The label, and what was damaged together with it, gets the marks that belong to it.
  mutating func respell(to label: String) {
    if unit.time?.hasOpenEmphasis ?? false, let time = piece(.time), let place = place(.time) {
      pieces[place] = piece(time.value, at: place, gap: time.gap)
    }
    guard let place = place(.speaker), let old = pieces[place]?.gap else { return }
    // Other marks say nothing about the blank behind them; it stays if there is one.
    let keepsGap = unit.label?.fault?.fault == .labelMarks && !old.isEmpty
    pieces[place] = piece(label, at: place, gap: keepsGap ? old : gap(of: place))
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

  /// A field with the marks that belong to it.
  private func piece(_ value: String, at place: Int, gap: String) -> Piece {
    let slot = template.slots[place]
    return Piece(field: slot.field, before: string(slot.before), value: value, after: string(slot.after), gap: gap)
  }

  /// What divides a field from what follows on the way to the words, where nothing does yet.
  private func gap(of place: Int) -> String {
    let isLastOfLine = template.lines.dropLast().contains { $0.slots.upperBound == place + 1 && !$0.hasText }
    return isLastOfLine ? lineEnding : string(template.slots[place].gap)
  }

  /// Whether all fields are there with the marks and the blanks of the first form.
  ///
  /// - Parameter column: the one at which what is said begins in each segment.
  func isExact(column: Int?) -> Bool {
    guard unit.form == 0 else { return false }
    if let column, !unit.words.isEmpty, unit.words.lowerBound - content.lowerBound < column { return false }
    return pieces.indices.allSatisfy { index in
      let slot = template.slots[index]
      guard let piece = pieces[index] else { return slot.isOptional }
      guard piece.before == string(slot.before), piece.after == string(slot.after) else { return false }
      let gap = gap(of: index)
      return piece.gap == gap || unit.words.isEmpty || column != nil
        || gap == lineEnding && piece.gap.contains(where: \.isNewline)
    }
  }

  // MARK: - Writing

  /// Whether no field came, went, or got other marks: then the values alone have changed.
  func hasSameFields(as other: UnitFrame) -> Bool {
    wordsStart == other.wordsStart
      && zip(pieces, other.pieces).allSatisfy { now, before in
        guard let now, let before else { return now == nil && before == nil }
        return now.gap == before.gap
          && (now.text == before.text || now.value != before.value && unit.isHealthy(now.field))
      }
  }

  /// The edits that turn what stood there into this.
  func edits(from before: UnitFrame, in text: Text) -> [Edit] {
    if hasSameFields(as: before) {
      return zip(pieces, before.pieces).compactMap { now, old in
        guard let now, now.value != old?.value else { return nil }
        return unit.place(of: now.field).map { Edit($0.inner, now.value) }
      }
    }
    var edits: [Edit] = []
    let (words, lead) = (unit.words, written(isLead: true))
    if lead != before.written(isLead: true) || wordsStart != before.wordsStart {
      edits.append(text.shortest(Edit(content.lowerBound..<wordsStart, words.isEmpty ? trimmed(lead) : lead)))
    }
    let tail = written(isLead: false)
    if tail != before.written(isLead: false) {
      edits.append(text.shortest(Edit(words.upperBound..<content.upperBound, tail)))
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

  /// At the end of a line nobody sees a blank.
  private func trimmed(_ lead: String) -> String {
    var lead = lead
    while lead.utf8.last == UInt8(ascii: " ") { lead.removeLast() }
    return lead
  }

  private func string(_ marks: Marks) -> String { String(decoding: marks, as: UTF8.self) }
}

extension Template.Unit {
  /// A field with its marks, and without them.
  fileprivate func place(of field: Template.Field) -> (outer: Range<Int>, inner: Range<Int>)? {
    switch field {
    case .time: time.map { ($0.outer, $0.inner) }
    case .end: end.map { ($0.outer, $0.inner) }
    case .speaker: label.map { ($0.outer, $0.name) }
    case .id: id.map { ($0, $0) }
    case .timeInWords: timeInWords.map { ($0, $0) }
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
    case .timeInWords: timeInWords != nil
    case .text: true
    }
  }
}
