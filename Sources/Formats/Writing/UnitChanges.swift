import SourceText
import Transcript

/// Writes what changes in one paragraph, by the template of its notation. What stands there stays as far as it can.
struct UnitChanges {
  private let reading: Reading
  private let proof: UnitProof
  private let writer: ScriptUnitWriter
  private let starts: StartSpelling
  private let reader: ParagraphReader
  private var lines: ParagraphLines
  /// Whether labels stand beside neither times nor marks.
  private let isPlain: Bool
  /// Whether a name can stand as a label, as far as that was asked.
  private var labels: [String: Bool] = [:]
  /// The name that was last written as a label. All places of one new name share its bytes.
  private var lastLabel: (name: String, bytes: [UInt8])?
  /// By how much the number of segments with a label changes, by the label.
  private var gains: [String: Int] = [:]

  init(_ format: TranscriptFormat, _ notation: Notation, _ reading: Reading) {
    self.reading = reading
    reader = ParagraphReader(notation: notation)
    proof = UnitProof(format)
    lines = ParagraphLines(format, notation, reading)
    writer = ScriptUnitWriter(notation, notation.traits.times)
    starts = StartSpelling(reading, usual: notation.traits.times)
    isPlain = notation.forms.allSatisfy { form in
      !form.hasTime && !form.slots.contains { $0.field == .speaker && $0.isDistinct }
    }
  }

  /// Takes note of all changes that are made together, since labels may be told by how often they occur.
  mutating func expect(_ changes: FieldChanges) {
    // Mostly it is one name for one other, ten thousand times.
    var gained: (name: String, count: Int)?
    var lost: [Speakers.ID: Int] = [:]
    for (block, fields) in changes.all {
      guard let speaker = fields.speaker, reading.blocks.indices.contains(block) else { continue }
      if let name = speaker {
        if let gained, gained.name != name { gains[gained.name, default: 0] += gained.count }
        gained = (name, (gained?.name == name ? gained?.count ?? 0 : 0) + 1)
      }
      if let old = reading.episode.rows[block].speaker { lost[old, default: 0] += 1 }
    }
    if let gained { gains[gained.name, default: 0] += gained.count }
    for (old, count) in lost { gains[reading.episode.speakers.label(of: old), default: 0] -= count }
  }

  /// Nil where the paragraph would not be read as what it is to say.
  mutating func edits(to block: Int, _ fields: BlockFields) -> [Edit]? {
    if !fields.lines.isEmpty { return fields.isOnlyLines ? lines.edits(to: block, fields.lines) : nil }
    guard fields.mendings.isEmpty, fields.id == nil, fields.kind == nil || fields.kind == reading.kind(of: block) else {
      return nil
    }
    if reading.kind(of: block) == .header { return headerEdits(block, fields) }
    if let edit = renaming(block, fields) { return [edit] }
    guard fields.title == nil, fields.level == nil, var frame = frame(of: block) else { return nil }
    let before = frame
    if let end = fields.end {
      guard let written = frame.end, case .time(let old) = Timestamp.read(written.utf8) else { return nil }
      frame.set(.end, to: old.spelling(of: end))
    }
    if let start = fields.start {
      guard reader.notation.holds(.time) else { return nil }
      frame.set(.time, to: starts.time(start, at: block, over: frame.writtenTime(in: reading.text)))
      if frame.saysTimeInWords { frame.set(.timeInWords, to: start.time.inWords) }
    } else if fields.completesStart, reading.episode.rows[block].start == nil {
      return nil
    }
    guard change(&frame, block, fields) else { return nil }
    var edits = frame.edits(from: before, in: reading.text)
    lazy var said = DecodedText(reading.text, before.unit.words, .wrapped)
    for (range, replacement) in fields.texts {
      guard isOneLine(replacement), let source = said.source(of: range, goes: replacement.isEmpty) else { return nil }
      edits.append(Edit(source, replacement))
    }
    // Below a line with the label an empty line ends the segment, and the next one would be read as its words.
    if !fields.texts.isEmpty, reader.notation.forms[before.unit.form].lines.count > 1,
      fields.text(of: Array(reading.text.bytes[before.unit.words]))?.allSatisfy({ $0 <= 0x20 }) ?? true
    {
      return nil
    }
    let isInPlace = fields.texts.isEmpty && frame.hasSameFields(as: before)
    return isInPlace || isRead(edits, before, block, fields) ? edits : nil
  }

  // MARK: - Fields

  /// The edit of a healthy label to which nothing happens but that it gets another name. Who speaks ten thousand times is
  /// renamed without a look at what stands beside each label.
  private mutating func renaming(_ block: Int, _ fields: BlockFields) -> Edit? {
    guard let name = fields.onlyName, !reading.blocks[block].hasFault, reading.kind(of: block) == .segment,
      reading.part(.words, of: block) != nil, let label = reading.range(.speaker, of: block), !label.isEmpty,
      reader.notation.holds(.speaker), let bytes = bytes(ofLabel: name), isTold(name, of: block)
    else { return nil }
    return Edit(label, bytes)
  }

  /// Nil for a name that cannot stand as a label.
  private mutating func bytes(ofLabel name: String) -> [UInt8]? {
    if let lastLabel, lastLabel.name == name { return lastLabel.bytes }
    guard canBeLabel(name) else { return nil }
    let bytes = Array(name.utf8)
    lastLabel = (name, bytes)
    return bytes
  }

  private func frame(of block: Int) -> UnitFrame? {
    guard reading.kind(of: block) == .segment, reading.range(.words, of: block) != nil else { return nil }
    return UnitFrame(reader, reading.text, at: reading.blocks.start(of: block))
  }

  /// Who speaks; false where that cannot be said.
  private mutating func change(_ frame: inout UnitFrame, _ block: Int, _ fields: BlockFields) -> Bool {
    guard fields.speaker != nil || fields.respellsSpeaker || fields.unlabels else { return true }
    guard reader.notation.holds(.speaker) else { return false }
    switch fields.speaker {
    case .some(.some(let name)):
      guard canBeLabel(name), isTold(name, of: block) else { return false }
      if fields.unlabels, !frame.unlabel() { return false }
      frame.set(.speaker, to: name)
    case .some(.none):
      guard !fields.unlabels, !goesOn(frame, without: block), isTold(nil, of: block) else { return false }
      frame.set(.speaker, to: nil)
    case nil:
      // The words behind the colon can be what was said only if something else is the label.
      guard !fields.unlabels, let label = frame.label else { return false }
      frame.respell(to: label)
    }
    return true
  }

  /// Whether a segment that loses its label says that the speaker above it goes on.
  private func goesOn(_ frame: UnitFrame, without block: Int) -> Bool {
    let notation = reader.notation
    let mayGoOn =
      frame.unit.time == nil ? notation.traits.continues : notation.forms[frame.unit.form].isOptional(.speaker)
    guard mayGoOn else { return false }
    for above in reading.blocks.indices[..<block].reversed() {
      switch reading.kind(of: above) {
      case .header: return false
      case .segment:
        if reading.episode.rows[above].speaker != nil { return true }
        if !reading.blocks[above].continuesSpeaker { return false }
      case .metadata, .prose, .conflict: continue
      }
    }
    return false
  }

  /// Whether labels are told from other words with a colon after all changes, as before. Where there are neither times nor
  /// marks, a label is one because it recurs: the new one has to stand in two places then, and the old one in two or none.
  private func isTold(_ name: String?, of block: Int) -> Bool {
    guard isPlain else { return true }
    let speakers = reading.episode.speakers
    func count(_ label: String) -> Int { speakers.id(of: label).map(speakers.count) ?? 0 }
    if let name, count(name) + gains[name, default: 0] < 2 { return false }
    guard let old = reading.episode.rows[block].speaker.map(speakers.label), old != name else { return true }
    return count(old) < 2 || count(old) + gains[old, default: 0] != 1
  }

  private mutating func canBeLabel(_ name: String) -> Bool {
    if let known = labels[name] { return known }
    let hasTime = reader.notation.holds(.time)
    let unit = Script.Unit(speaker: name, start: hasTime ? Time(seconds: 0) : nil, text: "a")
    let isLabel = !name.isEmpty && proof.reads(writer.write(unit, after: nil), as: unit)
    labels[name] = isLabel
    return isLabel
  }

  /// Whether the paragraph with the edits says what it is to say.
  private func isRead(_ edits: [Edit], _ frame: UnitFrame, _ block: Int, _ fields: BlockFields) -> Bool {
    var composition = EditComposition(reading.text)
    composition.add(edits)
    guard let line = composition.composed(in: frame.content) else { return false }
    let start = fields.unlabels ? frame.unit.label?.outer.lowerBound : nil
    let said = (start ?? frame.unit.words.lowerBound)..<frame.unit.words.upperBound
    guard let words = fields.text(of: DecodedText(reading.text, said, .wrapped).bytes) else { return false }
    let row = reading.episode.rows[block]
    let speaker = fields.speaker ?? row.speaker.map(reading.episode.speakers.label)
    // A time that cannot be read stays one, and has to be put right first.
    if frame.unit.time?.fault != nil, fields.start == nil { return !fields.unlabels || speaker != nil }
    return proof.reads(
      String(decoding: line, as: UTF8.self),
      as: Script.Unit(
        speaker: speaker, start: fields.start.map { _ in timeSaid(frame, block, fields) } ?? row.start,
        end: fields.end ?? row.end, text: String(decoding: words, as: UTF8.self)))
  }

  /// The new start as far as its spelling shows it.
  private func timeSaid(_ frame: UnitFrame, _ block: Int, _ fields: BlockFields) -> Time? {
    guard let start = fields.start else { return nil }
    let written = frame.writtenTime(in: reading.text)
    guard case .time(let stamp) = Timestamp.read(starts.time(start, at: block, over: written).utf8) else { return nil }
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
    return [reading.text.shortest(Edit(opening.lowerBound..<range.upperBound, line))]
  }

  private func isOneLine(_ text: String) -> Bool { !text.utf8.contains { $0 == 0x0A || $0 == 0x0D } }
}
