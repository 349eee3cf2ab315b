import SourceText
import Transcript

/// Writes what changes in one item or entry of front matter. What stands there stays: comments, other keys, and the way in
/// which values are written that do not change.
struct ItemChanges {
  private let reading: Reading
  private let values: ValueWriter
  private let starts: StartSpelling

  init(_ reading: Reading) {
    self.reading = reading
    values = ValueWriter(reading)
    starts = StartSpelling(reading, usual: TimeSpelling(.fromTheFirst))
  }

  func edits(to block: Int, _ fields: BlockFields) -> [Edit]? {
    var edits: [Edit] = []
    func add(_ own: [Edit]?) -> Bool {
      edits += own ?? []
      return own != nil
    }
    guard fields.level == nil || fields.level == 1, fields.end == nil, fields.id == nil else { return nil }
    if let start = fields.start, !add(startEdits(block, start)) { return nil }
    if fields.completesStart, !add(completingStart(block)) { return nil }
    if fields.unlabels || !fields.texts.isEmpty, !add(wordEdits(block, fields)) { return nil }
    if let speaker = fields.speaker, !add(speakerEdits(block, speaker)) { return nil }
    if fields.unlabels, fields.speaker == nil, !add(speakerEdits(block, nil)) { return nil }
    // Nothing stands around a label but what every value has.
    if fields.respellsSpeaker, reading.part(.speaker, of: block) == nil { return nil }
    if let title = fields.title {
      guard let part = reading.part(.title, of: block) else { return nil }
      edits.append(values.edit(part, of: block, title))
    }
    for (part, lines) in fields.lines where !add(lineEdits(block, part, lines)) { return nil }
    if let kind = fields.kind, kind != reading.blocks[block].kind, !add(kindEdits(block, kind)) { return nil }
    for (fault, mending) in fields.mendings where !add(FaultMending(reading, block, fault).edits(mending)) {
      return nil
    }
    return edits
  }

  func edits(to value: MetadataValue, _ text: String) -> [Edit]? {
    [values.edit(value, text)]
  }

  func edits(toEntry key: String, _ text: String) -> [Edit]? {
    let entries = reading.blocks.indices.filter {
      reading.blocks[$0].kind == .metadata && reading.part(.key, of: $0) != nil && !reading.isItem($0)
    }
    if let block = entries.first(where: { reading.string(.key, of: $0) == key }) {
      guard let pair = reading.pairs(of: block).first, reading.pairs(of: block).count == 1 else { return nil }
      return [values.edit(pair.value, of: block, text)]
    }
    // Above the transcript, or at the end of what is there.
    guard let last = entries.last else { return nil }
    let items = entries.first { reading.string(.key, of: $0) == "transcript" }
    let model = reading.range(.key, of: items ?? last)
    let line = model.map { reading.text.range(ofLine: reading.text.line(at: $0.lowerBound)) } ?? 0..<0
    let margin = reading.text.string(line.lowerBound..<(model?.lowerBound ?? 0))
    let end = reading.text.lineEnding(at: line.lowerBound)
    let entry = margin + values.entry(key, text, margin: margin.utf8.count, lineEnding: end)
    guard items == nil else { return [Edit(line.lowerBound..<line.lowerBound, entry + end)] }
    let content = reading.content(of: last).upperBound
    return [Edit(content..<content, end + entry)]
  }

  // MARK: - Fields

  private func startEdits(_ block: Int, _ start: BlockFields.Start) -> [Edit]? {
    let (time, seconds) = (reading.part(.start, of: block), reading.part(.seconds, of: block))
    guard time != nil || seconds != nil else { return addingStart(block, start) }
    var edits: [Edit] = []
    if let seconds {
      let range = reading.range(of: seconds, in: block)
      let hasTime = time.map { $0.length > 0 } ?? false
      let spelling = starts.seconds(start.time, at: block, over: reading.text.bytes[range], besideTime: hasTime)
      edits.append(values.replacing(seconds, of: block, spelling))
    }
    if let time, time.length > 0 || seconds == nil {
      let range = reading.range(of: time, in: block)
      let spelling = starts.time(start, at: block, over: reading.text.bytes[range])
      edits.append(values.replacing(time, of: block, range.isEmpty ? Scalar.single(spelling) : spelling))
    }
    return edits
  }

  /// An item without any start gets those that the others have.
  private func addingStart(_ block: Int, _ start: BlockFields.Start) -> [Edit]? {
    guard let beside = reading.part(.words, of: block) else { return nil }
    let spelling = Spelling(reading)
    var entries: [(key: ItemKey, source: String)] = []
    if spelling.hasSeconds {
      entries.append((.sec, starts.seconds(start.time, at: block, besideTime: spelling.hasTimes)))
    }
    if spelling.hasTimes { entries.append((.time, Scalar.single(starts.time(start, at: block)))) }
    return entries.map { values.adding($0.key, $0.source, to: block, behind: beside) }
  }

  /// Adds the time to the seconds, or the seconds to the time.
  private func completingStart(_ block: Int) -> [Edit]? {
    func filled(_ kind: Part.Kind) -> Part? { reading.part(kind, of: block).flatMap { $0.length > 0 ? $0 : nil } }
    switch (filled(.start), filled(.seconds)) {
    case (.some, .some): return []
    case (nil, nil): return nil
    case (let time?, nil):
      guard case .time(let stamp) = Timestamp.read(reading.text.bytes[reading.range(of: time, in: block)]) else {
        return nil
      }
      let source = String(stamp.time.wholeSeconds)
      if let empty = reading.part(.seconds, of: block) { return [values.replacing(empty, of: block, source)] }
      return [values.adding(.sec, source, to: block, before: time)]
    case (nil, let seconds?):
      guard let time = Time(secondsWrittenAs: reading.text.bytes[reading.range(of: seconds, in: block)]) else {
        return nil
      }
      let spelling = starts.time(.init(time: time, like: nil), at: block)
      let source = Scalar.single(spelling)
      if let empty = reading.part(.start, of: block) { return [values.replacing(empty, of: block, source)] }
      return [values.adding(.time, source, to: block, behind: seconds)]
    }
  }

  private func speakerEdits(_ block: Int, _ speaker: String?) -> [Edit]? {
    let part = reading.part(.speaker, of: block)
    guard let speaker else {
      guard let part else { return [] }
      return values.removing(part, of: block).map { [$0] }
    }
    if let part { return [values.edit(part, of: block, speaker)] }
    let known: [Part.Kind] = [.start, .seconds, .words]
    guard let last = reading.blocks.parts(of: block).last(where: { known.contains($0.kind) }) else { return nil }
    return [values.adding(.who, values.scalar(speaker, in: block), to: block, behind: last)]
  }

  private func wordEdits(_ block: Int, _ fields: BlockFields) -> [Edit]? {
    guard let part = reading.part(.words, of: block), part.quoting != .other,
      var words = fields.text(of: Array(reading.string(of: part, in: block).utf8))
    else { return nil }
    // Of a text of which nothing stays, nothing stays.
    let isNew =
      fields.unlabels || fields.texts.contains { $0.range.count == reading.string(of: part, in: block).utf8.count }
    if fields.unlabels {
      guard let label = reading.part(.speaker, of: block), label.quoting != .other else { return nil }
      words = Array(reading.string(of: label, in: block).utf8) + (words.isEmpty ? [] : [0x20]) + words
    }
    return [values.edit(part, of: block, String(decoding: words, as: UTF8.self), keepsQuotes: !isNew)]
  }

  /// Nil where the value has to stay on its lines: in braces, behind `|` or `>`, or where it has ends of line of its own.
  private func lineEdits(_ block: Int, _ part: Part, _ lines: TextLines) -> [Edit]? {
    guard part.quoting.isYAML, part.quoting != .other, !reading.blocks[block].hasFault else { return nil }
    let text = reading.string(of: part, in: block)
    guard !text.isEmpty, lines.isWrapped ? !reading.isFlowItem(block) : !text.utf8.contains(where: Ascii.isLineEnd)
    else { return nil }
    return [values.edit(part, of: block, text, keepsQuotes: true, lines)]
  }

  private func kindEdits(_ block: Int, _ kind: Block.Kind) -> [Edit]? {
    let (old, new): (Part.Kind, ItemKey)
    switch kind {
    case .segment: (old, new) = (.title, .line)
    case .header: (old, new) = (.words, .header)
    case .metadata, .prose, .conflict: return nil
    }
    guard let pair = reading.pairs(of: block).first(where: { $0.value.kind == old }) else { return nil }
    return [values.replacing(pair.key, of: block, new.rawValue)]
  }
}
