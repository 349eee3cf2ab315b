import SourceText
import Transcript

/// Writes what changes in one cue of SubRip.
struct SubRipCueChanges {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// Nil where the cue would not be read as what it is to say.
  func edits(to block: Int, _ fields: BlockFields) -> [Edit]? {
    guard fields.title == nil, fields.level == nil, !fields.unlabels,
      fields.kind == nil || fields.kind == reading.kind(of: block)
    else { return nil }
    var edits: [Edit] = []
    func add(_ own: [Edit]?) -> Bool {
      guard let own else { return false }
      edits += own
      return true
    }
    guard reading.kind(of: block) == .segment else {
      for (part, mending) in fields.mendings where !add(mended(part, mending, block)) { return nil }
      return fields.isMended ? edits : nil
    }
    if fields.completesStart, reading.episode.rows[block].start == nil { return nil }
    if let start = fields.start, !add(time(.start, start.time, like: start.like, block)) { return nil }
    if let end = fields.end, !add(time(.end, end, like: nil, block)) { return nil }
    if let id = fields.id, !add(number(id, block)) { return nil }
    if let speaker = fields.speaker, !add(label(speaker, block)) { return nil }
    if !fields.texts.isEmpty, !add(words(fields, block)) { return nil }
    for (part, mending) in fields.mendings where !add(mended(part, mending, block)) { return nil }
    return isRead(edits, block, fields) ? edits : nil
  }

  // MARK: - Fields

  /// A time in the place and the spelling of the one that is there.
  private func time(_ kind: Part.Kind, _ time: Time, like: Timestamp?, _ block: Int) -> [Edit]? {
    guard let part = reading.part(kind, of: block) ?? unreadable(kind, block) else { return nil }
    let range = reading.range(of: part, in: block)
    let old = reading.text.bytes[range]
    if case .time(let stamp) = Timestamp.read(old), stamp.isASCII {
      return [Edit(range, stamp.spelling(of: time))]
    }
    return [Edit(range, like.map { $0.spelling(of: time) } ?? time.writtenInSubRip)]
  }

  /// What stands in the place of a time that cannot be read.
  private func unreadable(_ kind: Part.Kind, _ block: Int) -> Part? {
    let parts = reading.blocks.parts(of: block)
    let other = parts.first { $0.kind == (kind == .start ? .end : .start) }
    return parts.first { part in
      guard part.fault == .subRipTimeUnreadable else { return false }
      return other.map { kind == .start ? part.offset < $0.offset : part.offset > $0.offset } ?? true
    }
  }

  private func number(_ id: String, _ block: Int) -> [Edit]? {
    guard id.utf8.allSatisfy(Ascii.isDigit), (1...9).contains(id.utf8.count) else { return nil }
    if let range = reading.range(.id, of: block) { return [Edit(range, id)] }
    let times = reading.part(.start, of: block) ?? reading.blocks.parts(of: block).first
    guard let times else { return nil }
    let start = reading.text.lineStarts[reading.text.line(at: reading.range(of: times, in: block).lowerBound)]
    let isMarked = start == 0 && reading.text.bytes.starts(with: Text.byteOrderMark)
    let place = start + (isMarked ? Text.byteOrderMark.count : 0)
    return [Edit(place..<place, id + reading.text.lineEnding(at: start))]
  }

  private func label(_ name: String?, _ block: Int) -> [Edit]? {
    guard let words = reading.range(.words, of: block) else { return nil }
    let parts = reading.blocks.parts(of: block)
    let old = parts.first { $0.kind == .speaker }.map { reading.range(of: $0, in: block) }
    guard let name else {
      guard let old else { return [] }
      let mark = parts.first { $0.kind == .mark }.map { reading.range(of: $0, in: block).lowerBound }
      let start = mark.map { min($0, old.lowerBound) } ?? old.lowerBound
      return [Edit(start..<words.lowerBound, "")]
    }
    guard !name.utf8.contains(where: Ascii.isLineEnd) else { return nil }
    if let old { return [Edit(old, name)] }
    return [Edit(words.lowerBound..<words.lowerBound, name + ": ")]
  }

  private func words(_ fields: BlockFields, _ block: Int) -> [Edit]? {
    guard let words = CueSource(reading, block) else { return nil }
    var edits: [Edit] = []
    for (stretch, replacement) in fields.texts {
      guard let source = words.source(stretch) else { return nil }
      edits.append(Edit(source, replacement))
    }
    return edits
  }

  // MARK: - Slips

  private func mended(_ part: Part, _ mending: Mending, _ block: Int) -> [Edit]? {
    guard mending == .respell else { return nil }
    let range = reading.range(of: part, in: block)
    if part.kind == .id { return nil }
    switch part.fault {
    case .subRipArrow, .subRipArrowSpacing, .subRipArrowMissing: return [arrow(around: range)]
    case .subRipTimeImpossible, .subRipHoursMissing, .subRipTimeSpelling, .subRipFraction:
      return CueTime(reading.text.bytes[range]).map { [Edit(range, $0.time.writtenInSubRip)] }
    case .subRipTimeUnreadable: return meant(range).map { [Edit(range, $0.writtenInSubRip)] }
    case .subRipSettings: return [Edit(blanksBefore(range), "")]
    case .subRipTextBesideTimes:
      let line = reading.text.lineEnding(at: range.lowerBound)
      return [Edit(blanks(before: range.lowerBound)..<range.lowerBound, line)]
    case .subRipBlankLineNotEmpty: return [Edit(range, "")]
    case .subRipBlankLineInside: return [Edit(wholeLines(range), "")]
    case .subRipTagUnknown: return bracketed(range)
    case .subRipTagNotOpened: return [Edit(range, "")]
    case .subRipTagNotClosed: return closing(range, block)
    default: return nil
    }
  }

  private func arrow(around range: Range<Int>) -> Edit {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    let bytes = reading.text.bytes
    while lower > 0, Ascii.isBlank(bytes[lower - 1]) { lower -= 1 }
    while upper < bytes.count, Ascii.isBlank(bytes[upper]) { upper += 1 }
    return Edit(lower..<upper, " --> ")
  }

  /// The time that was meant: letters that pass for digits, a semicolon for a colon, a blank too many.
  private func meant(_ range: Range<Int>) -> Time? {
    let plain = reading.text.bytes[range].compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
      case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
      case UInt8(ascii: ";"): UInt8(ascii: ":")
      case UInt8(ascii: " "), UInt8(ascii: "\t"): nil
      default: byte
      }
    }
    guard let time = CueTime(plain), !time.isOutOfRange, !time.isNegative else { return nil }
    return time.time
  }

  private func blanksBefore(_ range: Range<Int>) -> Range<Int> { blanks(before: range.lowerBound)..<range.upperBound }

  private func blanks(before offset: Int) -> Int {
    var start = offset
    while start > 0, Ascii.isBlank(reading.text.bytes[start - 1]) { start -= 1 }
    return start
  }

  /// A stretch of blank lines with the end of the last one.
  private func wholeLines(_ range: Range<Int>) -> Range<Int> {
    let text = reading.text
    let first = text.lineStarts[text.line(at: range.lowerBound)]
    let last = range.isEmpty ? range.lowerBound : range.upperBound - 1
    return first..<text.range(ofLine: text.line(at: last)).upperBound
  }

  /// `<laughs>` was meant to be read.
  private func bracketed(_ range: Range<Int>) -> [Edit]? {
    let inside = reading.text.string((range.lowerBound + 1)..<(range.upperBound - 1))
    guard !inside.hasPrefix("/") else { return [Edit(range, "")] }
    return [Edit(range, "[\(inside)]")]
  }

  private func closing(_ range: Range<Int>, _ block: Int) -> [Edit]? {
    guard let words = reading.blocks.parts(of: block).last(where: { $0.kind == .words }) else { return nil }
    let end = reading.range(of: words, in: block).upperBound
    let name = reading.text.string((range.lowerBound + 1)..<range.upperBound).prefix { $0.isLetter }
    return [Edit(end..<end, "</\(name)>")]
  }

  // MARK: - Proof

  /// Whether the cue with the edits says what it is to say.
  private func isRead(_ edits: [Edit], _ block: Int, _ fields: BlockFields) -> Bool {
    var composition = EditComposition(reading.text)
    composition.add(edits)
    guard let composed = composition.composed() else { return false }
    let range = reading.blocks.range(of: block)
    var bytes: [UInt8] = []
    var taken = range.lowerBound
    for edit in composed {
      guard edit.range.lowerBound >= taken, edit.range.upperBound <= range.upperBound else { return false }
      bytes += reading.text.bytes[taken..<edit.range.lowerBound] + edit.replacement
      taken = edit.range.upperBound
    }
    bytes += reading.text.bytes[taken..<range.upperBound]
    let read = Document(Text(bytes), format: SubRipFormat()).reading
    guard read.blocks.count == 1, read.blocks[0].kind == .segment else { return false }
    let old = reading.episode.rows[block]
    func shown(_ time: Time?, _ edited: Bool, _ new: Time?) -> Bool { edited || new == time }
    // A time may be written with fewer digits than it has.
    guard shown(old.start, fields.start != nil || fields.isMended, read.episode.rows[0].start),
      shown(old.end, fields.end != nil || fields.isMended, read.episode.rows[0].end),
      fields.start == nil || read.episode.rows[0].start != nil, fields.end == nil || read.episode.rows[0].end != nil
    else { return false }
    if fields.isMended { return true }
    let name = fields.speaker ?? reading.string(.speaker, of: block)
    guard read.string(.speaker, of: 0) == name else { return false }
    guard let before = CueSource(reading, block), let after = CueSource(read, 0),
      let said = fields.text(of: before.said)
    else { return false }
    return after.said == said
  }
}

extension BlockFields {
  /// Whether slips at the notation are put right, after which more may be read than before.
  fileprivate var isMended: Bool { !mendings.isEmpty }
}
