import SourceText
import Transcript

/// Writes what changes in one cue, field by field.
struct CueFields {
  private let notation: any CueNotation
  private let reading: Reading
  /// Names that are read as voices, as far as that was tried.
  private var voices: Set<String> = []

  init(_ notation: any CueNotation, _ reading: Reading) {
    (self.notation, self.reading) = (notation, reading)
  }

  /// Nil where the cue would not be read as what it is to say.
  mutating func edits(to block: Int, _ fields: BlockFields) -> [Edit]? {
    if !fields.lines.isEmpty {
      return fields.isOnlyLines ? CueLines(notation, reading).edits(to: block, fields.lines) : nil
    }
    guard fields.title == nil, fields.level == nil, !fields.respellsSpeaker, !fields.unlabels,
      fields.kind == nil || fields.kind == reading.kind(of: block)
    else { return nil }
    var edits: [Edit] = []
    func add(_ own: [Edit]?) -> Bool {
      edits += own ?? []
      return own != nil
    }
    for (fault, mending) in fields.mendings {
      guard add(notation.edits(mending: fault, mending, of: block, in: reading)) else { return nil }
    }
    if fields.completesStart, reading.episode.rows[block].start == nil { return nil }
    if let start = fields.start, !add(edit(.start, of: block, start.time)) { return nil }
    if let end = fields.end, !add(edit(.end, of: block, end)) { return nil }
    if let id = fields.id, !add(self.edits(toID: id, of: block)) { return nil }
    if let speaker = fields.speaker, !add(self.edits(toSpeaker: speaker, of: block)) { return nil }
    for (range, replacement) in fields.texts {
      guard add(edit(toText: range, of: block, replacement)) else { return nil }
    }
    guard fields.speaker != nil || !fields.texts.isEmpty else { return edits }
    // A name in a healthy tag is read alike in every cue.
    let voice = isVoice(block) ? fields.onlyName : nil
    if let voice, voices.contains(voice) { return edits }
    guard isRead(edits, of: block, fields) else { return nil }
    if let voice { voices.insert(voice) }
    return edits
  }

  /// Whether the name of the speaker stands in a tag, and nothing is wrong with the cue.
  private func isVoice(_ block: Int) -> Bool {
    guard !reading.blocks[block].hasFault, let part = reading.part(.speaker, of: block) else { return false }
    return part.quoting.isCue && part.length > 0
  }

  // MARK: - Times

  private func edit(_ kind: Part.Kind, of block: Int, _ time: Time) -> [Edit]? {
    reading.range(kind, of: block).map { [Edit($0, notation.written(time, like: reading.cueTime(near: block)))] }
  }

  // MARK: - The number or name

  private func edits(toID id: String, of block: Int) -> [Edit]? {
    guard !id.isEmpty, !id.utf8.contains(where: Ascii.isLineEnd), !id.contains("-->") else { return nil }
    if notation.isNumbered, !id.utf8.allSatisfy(Ascii.isDigit) || id.utf8.count > 9 { return nil }
    if let range = reading.range(.id, of: block) { return [Edit(range, id)] }
    // A line of its own above the times.
    guard let times = reading.range(.start, of: block) ?? reading.range(.end, of: block) else { return nil }
    let start = reading.text.lineStarts[reading.text.line(at: times.lowerBound)]
    let isMarked = start == 0 && reading.text.bytes.starts(with: Text.byteOrderMark)
    let place = start + (isMarked ? Text.byteOrderMark.count : 0)
    return [Edit(place..<place, id + reading.text.lineEnding(at: start))]
  }

  // MARK: - Who speaks

  private func edits(toSpeaker name: String?, of block: Int) -> [Edit]? {
    guard let words = reading.range(.words, of: block) else { return nil }
    guard let part = reading.part(.speaker, of: block) else {
      guard let name, let label = notation.label(name, reading.labelStyle ?? notation.usualLabel) else { return [] }
      return [Edit(words.lowerBound..<words.lowerBound, label)]
    }
    let range = reading.range(of: part, in: block)
    if let name {
      if range.isEmpty { return notation.label(name, .colon).map { [Edit(range, $0)] } }
      return [Edit(range, Scalar.escaped(name, in: part.quoting))]
    }
    // All of the label goes: from its mark, or its first letter, to the words.
    let mark = reading.range(.mark, of: block)
    let start = mark.map { min($0.lowerBound, range.lowerBound) } ?? range.lowerBound
    let opening = part.quoting == .none ? start : tag(around: range)
    return [Edit(opening..<max(words.lowerBound, range.upperBound), "")] + closing(of: part, behind: words)
  }

  /// Where the tag begins in which a name stands.
  private func tag(around name: Range<Int>) -> Int {
    reading.text.bytes[..<name.lowerBound].lastIndex(of: UInt8(ascii: "<")) ?? name.lowerBound
  }

  /// The end tag of a voice that goes.
  private func closing(of part: Part, behind words: Range<Int>) -> [Edit] {
    guard part.quoting != .none else { return [] }
    let end = words.upperBound..<min(words.upperBound + 4, reading.text.count)
    return reading.text.bytes[end].elementsEqual("</v>".utf8) ? [Edit(end, "")] : []
  }

  // MARK: - What is said

  private func edit(toText stretch: Range<Int>, of block: Int, _ replacement: String) -> [Edit]? {
    guard let part = reading.part(.words, of: block), part.quoting != .other,
      let source = CueRuns(reading.text, reading.range(of: part, in: block), part.quoting).source(of: stretch)
    else { return nil }
    if stretch.lowerBound == 0, replacement.isEmpty { return [Edit(beginning(of: block, source), "")] }
    let lines = replacement.split(omittingEmptySubsequences: false) { $0.isNewline }
    let lineEnding = reading.text.lineEnding(at: source.lowerBound)
    return [Edit(source, lines.map { Scalar.escaped(String($0), in: notation.quoting) }.joined(separator: lineEnding))]
  }

  /// A stretch at the beginning of a cue with the blanks before it: a line of blanks above is shown as a line.
  private func beginning(of block: Int, _ source: Range<Int>) -> Range<Int> {
    guard let end = reading.range(.end, of: block), reading.part(.speaker, of: block) == nil else { return source }
    let start = reading.text.range(ofLine: reading.text.line(at: end.upperBound)).upperBound
    let isBlank = start <= source.lowerBound && reading.text.bytes[start..<source.lowerBound].allSatisfy { $0 <= 0x20 }
    return isBlank ? start..<source.upperBound : source
  }

  /// Whether the cue with the edits says what it is to say.
  private func isRead(_ edits: [Edit], of block: Int, _ fields: BlockFields) -> Bool {
    var composition = EditComposition(reading.text)
    composition.add(edits)
    guard let written = composition.composed(in: reading.content(of: block)),
      let words = reading.string(.words, of: block),
      let expected = fields.text(of: Array(words.utf8))
    else { return false }
    let read = Document(Text(Array(notation.header.utf8) + written + [0x0A]), format: notation).reading
    let cues = read.blocks.indices.filter { read.blocks[$0].kind == .segment }
    guard cues.count == 1, let cue = cues.first, cue == read.blocks.count - 1 else { return false }
    let old = reading.episode.rows[block].speaker.map(reading.episode.speakers.label)
    let speaker = fields.speaker ?? old
    let (said, wanted) = (read.string(.words, of: cue) ?? "", String(decoding: expected, as: UTF8.self))
    return read.string(.speaker, of: cue).flatMap { $0.isEmpty ? nil : $0 } == speaker
      && (said == wanted || folded(said) == folded(wanted))
  }

  /// Without the ends of lines and the blanks beside them.
  private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }.joined(separator: " ").trimmingBlanks
  }
}

extension Reading {
  /// How the times of a cue are written, or those near it where nobody can read its own.
  func cueTime(near block: Int) -> Timestamp? {
    let near = min(block, blocks.count - 1)
    guard near >= 0 else { return nil }
    if let range = range(.start, of: near), case .time(let stamp) = Timestamp.read(text.bytes[range]) { return stamp }
    return nearestTime(to: near)
  }

  /// How the first speaker that is named is written.
  var labelStyle: CueLabelStyle? {
    for block in blocks.indices where blocks[block].kind == .segment {
      guard let part = part(.speaker, of: block), part.length > 0 else { continue }
      return part.quoting == .none ? .colon : .voice
    }
    return nil
  }
}
