import SourceText
import Transcript

/// Writes what changes in one paragraph, by the template of its notation. What stands there stays as far as it can.
struct UnitChanges {
  private let reading: Reading
  private let proof: UnitProof
  private let writer: ScriptUnitWriter
  private let starts: StartSpelling
  private let brackets: (open: String, close: String)
  /// Whether a name can stand as a label, as far as that was asked.
  private var labels: [String: Bool] = [:]

  init(_ format: TranscriptFormat, _ notation: Notation, _ reading: Reading) {
    self.reading = reading
    proof = UnitProof(format)
    writer = ScriptUnitWriter(notation, notation.usualTimes)
    starts = StartSpelling(reading, usual: notation.usualTimes)
    let time = notation.time
    brackets = (
      time.open.map { String(UnicodeScalar($0)) } ?? "", time.close.map { String(UnicodeScalar($0)) } ?? ""
    )
  }

  /// Nil where the paragraph would not be read as what it is to say.
  mutating func edits(to block: Int, _ fields: BlockFields) -> [Edit]? {
    guard fields.mendings.isEmpty, fields.kind == nil || fields.kind == reading.kind(of: block) else { return nil }
    if reading.kind(of: block) == .header { return headerEdits(block, fields) }
    guard fields.title == nil, fields.level == nil, let unit = Unit(block, in: reading) else { return nil }
    var edits: [Edit] = []
    // What is only replaced in its place is read as before; anything else has to be read to be known.
    var needsProof = false
    if let end = fields.end {
      guard let range = reading.range(.end, of: block), case .time(let old) = Timestamp.read(reading.text.bytes[range])
      else { return nil }
      edits.append(Edit(range, old.spelling(of: end)))
    }
    if let start = fields.start {
      guard let edit = edit(to: unit, start: start) else { return nil }
      edits.append(edit)
      needsProof = unit.time == nil
    } else if fields.completesStart, reading.episode.rows[block].start == nil {
      return nil
    }
    guard let speakerEdits = speakerEdits(unit, fields) else { return nil }
    edits += speakerEdits.edits
    needsProof = needsProof || speakerEdits.needsProof
    if !fields.texts.isEmpty {
      guard fields.texts.allSatisfy({ isOneLine($0.replacement) && $0.range.upperBound <= unit.words.count }) else {
        return nil
      }
      edits += fields.texts.map { Edit($0.range.shifted(by: unit.words.lowerBound), $0.replacement) }
      needsProof = true
    }
    if needsProof, !isRead(edits, unit, fields) { return nil }
    return edits
  }

  // MARK: - Fields

  /// Where the fields of a paragraph stand, in bytes of the text.
  private struct Unit {
    let block: Int
    let content: Range<Int>
    let words: Range<Int>
    let label: Range<Int>?
    /// A colon before which the name is missing, or one with a blank too many or too few.
    let labelFault: Range<Int>?
    /// The time, or what stands in its place.
    let time: Range<Int>?
    let isTimeFaulty: Bool

    init?(_ block: Int, in reading: Reading) {
      guard reading.kind(of: block) == .segment, let words = reading.range(.words, of: block) else { return nil }
      self.block = block
      self.words = words
      content = reading.content(of: block)
      label = reading.range(.speaker, of: block)
      var faults: (label: Range<Int>?, time: Range<Int>?)
      for part in reading.blocks.parts(of: block) {
        switch part.fault {
        case .labelEmpty, .labelNoSpaceAfterColon, .labelSpaceBeforeColon:
          faults.label = reading.range(of: part, in: block)
        case .timeMalformed, .timeOutOfRange: faults.time = reading.range(of: part, in: block)
        default: break
        }
      }
      let start = reading.range(.start, of: block)
      (labelFault, time, isTimeFaulty) = (faults.label, start ?? faults.time, start == nil && faults.time != nil)
    }

    /// Where the label stands, or would stand, up to the words.
    var opening: Range<Int> {
      (label?.lowerBound ?? labelFault?.lowerBound ?? words.lowerBound)..<words.lowerBound
    }
  }

  private func slot(_ field: ScriptUnitWriter.Field) -> (slot: ScriptUnitWriter.Slot, isLeading: Bool)? {
    guard let place = writer.slots.firstIndex(where: { $0.field == field }),
      let text = writer.slots.firstIndex(where: { $0.field == .text })
    else { return nil }
    return (writer.slots[place], place < text)
  }

  private func edit(to unit: Unit, start: BlockFields.Start) -> Edit? {
    if let range = unit.time {
      let written = reading.text.bytes[range]
      let time = starts.time(start, at: unit.block, over: written)
      // A bracket that was lost or doubled is part of what cannot be read.
      let hasBracket = unit.isTimeFaulty && [written.first, written.last].contains { $0.map(isBracket) ?? false }
      return Edit(range, hasBracket ? brackets.open + time + brackets.close : time)
    }
    guard let (slot, isLeading) = slot(.time) else { return nil }
    let text = slot.before + starts.time(start, at: unit.block) + slot.after
    return isLeading
      ? Edit(unit.opening.lowerBound..<unit.opening.lowerBound, text)
      : Edit(unit.words.upperBound..<unit.words.upperBound, text)
  }

  private mutating func speakerEdits(_ unit: Unit, _ fields: BlockFields) -> (edits: [Edit], needsProof: Bool)? {
    guard fields.speaker != nil || fields.respellsSpeaker || fields.unlabels else { return ([], false) }
    guard let (slot, isLeading) = slot(.speaker) else { return nil }
    switch fields.speaker {
    case .some(.some(let name)):
      guard canBeLabel(name) else { return nil }
      if let label = unit.label, unit.labelFault == nil, !fields.unlabels { return ([Edit(label, name)], false) }
      guard isLeading else { return nil }
      let range = fields.unlabels ? unit.opening.prefix(0) : unit.opening
      return ([shortest(range, slot.before + name + slot.after)], true)
    case .some(.none):
      guard isLeading, !fields.unlabels else { return nil }
      return ([Edit(unit.opening, "")], true)
    case nil:
      // The words behind the colon can be what was said only if something else is the label.
      guard isLeading, !fields.unlabels, let label = unit.label else { return nil }
      return ([shortest(unit.opening, slot.before + reading.text.string(label) + slot.after)], true)
    }
  }

  /// At the end of a line nobody sees a blank.
  private func shortest(_ range: Range<Int>, _ text: String) -> Edit {
    reading.text.shortest(Edit(range, text))
  }

  private mutating func canBeLabel(_ name: String) -> Bool {
    if let known = labels[name] { return known }
    let unit = Script.Unit(speaker: name, start: Time(seconds: 0), text: "a")
    let isLabel = !name.isEmpty && proof.reads(writer.write(unit, after: nil), as: unit)
    labels[name] = isLabel
    return isLabel
  }

  /// Whether the paragraph with the edits says what it is to say.
  private func isRead(_ edits: [Edit], _ unit: Unit, _ fields: BlockFields) -> Bool {
    var composition = EditComposition(reading.text)
    composition.add(edits)
    guard let composed = composition.composed() else { return false }
    var line: [UInt8] = []
    var taken = unit.content.lowerBound
    for edit in composed {
      line += reading.text.bytes[taken..<edit.range.lowerBound] + edit.replacement
      taken = edit.range.upperBound
    }
    line += reading.text.bytes[taken..<unit.content.upperBound]
    let said = (fields.unlabels ? unit.opening.lowerBound : unit.words.lowerBound)..<unit.words.upperBound
    guard let words = fields.text(of: Array(reading.text.bytes[said])) else { return false }
    let row = reading.episode.rows[unit.block]
    let speaker = fields.speaker ?? row.speaker.map(reading.episode.speakers.label)
    // A time that cannot be read stays one, and has to be put right first.
    if unit.isTimeFaulty, fields.start == nil { return !fields.unlabels || speaker != nil }
    return proof.reads(
      String(decoding: line.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }, as: UTF8.self),
      as: Script.Unit(
        speaker: speaker, start: fields.start.map { _ in timeSaid(unit, fields) } ?? row.start,
        text: String(decoding: words, as: UTF8.self)))
  }

  /// The new start as far as its spelling shows it.
  private func timeSaid(_ unit: Unit, _ fields: BlockFields) -> Time? {
    guard let start = fields.start else { return nil }
    let written = unit.time.map { reading.text.bytes[$0] } ?? []
    guard case .time(let stamp) = Timestamp.read(starts.time(start, at: unit.block, over: written).utf8) else {
      return nil
    }
    return stamp.time
  }

  // MARK: - Titles

  private func headerEdits(_ block: Int, _ fields: BlockFields) -> [Edit]? {
    guard fields.title != nil || fields.level != nil, fields.speaker == nil, fields.start == nil, fields.texts.isEmpty,
      let range = reading.range(.title, of: block)
    else { return nil }
    let old = Int(reading.blocks[block].level)
    let level = fields.level ?? old
    let content = reading.content(of: block)
    let opening = content.lowerBound..<range.lowerBound
    let isMarked = reading.text.bytes[opening].contains(UInt8(ascii: "#"))
    let marks =
      level == old && isMarked
      ? reading.text.string(opening)
      : isMarked || level > 1 ? String(repeating: "#", count: level) + " " : reading.text.string(opening)
    let title = fields.title ?? reading.text.string(range)
    guard (1...6).contains(level), let line = proof.titleLine(marks, title, level: level) else { return nil }
    if line == marks + title, fields.level == nil { return [Edit(range, title)] }
    return [shortest(opening.lowerBound..<range.upperBound, line)]
  }

  private func isOneLine(_ text: String) -> Bool { !text.utf8.contains { $0 == 0x0A || $0 == 0x0D } }

  private func isBracket(_ byte: UInt8) -> Bool { "()[]".utf8.contains(byte) }
}
