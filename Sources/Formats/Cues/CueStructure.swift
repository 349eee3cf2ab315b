import SourceText
import Transcript

/// Writes what comes, goes and moves as a whole in a file of cues.
struct CueStructure {
  private let notation: any CueNotation
  private let reading: Reading

  init(_ notation: any CueNotation, _ reading: Reading) {
    (self.notation, self.reading) = (notation, reading)
  }

  func removing(_ block: Int) -> [Edit]? {
    guard reading.blocks.indices.contains(block), !isHead(block) else { return nil }
    return [Edit(movable(block), "")]
  }

  func moving(_ block: Int, before place: Int) -> [Edit]? {
    guard reading.blocks.indices.contains(block), (0...reading.blocks.count).contains(place), !isHead(block),
      place == reading.blocks.count || !isHead(place)
    else { return nil }
    if place == block || place == block + 1 { return [] }
    let content = movable(block).lowerBound..<reading.content(of: block).upperBound
    return insertion(reading.text.string(content), before: place).map { [$0, Edit(movable(block), "")] }
  }

  func inserting(_ content: Script.Content, before place: Int) -> [Edit]? {
    guard (0...reading.blocks.count).contains(place) else { return nil }
    switch content {
    case .comment(let text): return notation.comment(text).flatMap { insertion($0, before: place) }.map { [$0] }
    case .unit(let unit):
      let text = Scalar.escaped(unit.text, in: notation.quoting)
      return cue(unit, text, before: place).flatMap { insertion($0, before: place) }.map { [$0] }
    case .title, .prose: return nil
    }
  }

  /// The words behind a place are a cue of their own, which begins when they are said.
  func splitting(_ block: Int, at place: Int, _ unit: Script.Unit) -> [Edit]? {
    guard let words = words(of: block), let end = reading.episode.rows[block].end,
      let endRange = reading.range(.end, of: block), let start = reading.episode.rows[block].start,
      let offset = CueRuns(reading.text, words, notation.quoting).place(of: place), offset > words.lowerBound,
      offset < words.upperBound
    else { return nil }
    var unit = unit
    let share = Double(offset - words.lowerBound) / Double(words.count)
    let middle = Int(start.milliseconds) + Int((Double(end.milliseconds - start.milliseconds) * share).rounded())
    unit.start = unit.start ?? Time(milliseconds: middle)
    unit.end = unit.end ?? end
    let tags = openTags(in: words.lowerBound..<offset)
    let openers = tags.map { reading.text.string($0.range) }.joined()
    let closers = tags.reversed().map { "</\(reading.text.string($0.written))>" }.joined()
    let first = trimmed(words.lowerBound..<offset)
    let second = trimmed(offset..<words.upperBound)
    let settings = reading.string(.settings, of: block) ?? ""
    guard let from = unit.start,
      let cue = cue(unit, openers + reading.text.string(second), settings, before: block + 1)
    else { return nil }
    // Behind the words may stand what closes a voice.
    let rest = words.upperBound..<reading.content(of: block).upperBound
    let behind = "\n\n" + cue + reading.text.string(rest)
    return [
      Edit(endRange, notation.written(from, like: reading.cueTime(near: block))),
      Edit(first.upperBound..<rest.upperBound, closers + reading.text.string(rest) + native(behind, at: offset)),
    ]
  }

  /// What is said in a cue stands as further lines in another one, which then lasts as long as both.
  func joining(_ block: Int, to other: Int) -> [Edit]? {
    guard reading.blocks.indices.contains(block), let words = self.words(of: block), let above = self.words(of: other),
      block > other,
      let endRange = reading.range(.end, of: other), let end = reading.episode.rows[block].end,
      let ownEnd = reading.episode.rows[other].end
    else { return nil }
    let speaker = reading.speaker(of: block)
    let isSame = speaker == nil || speaker == reading.speaker(of: other)
    let label = reading.range(.speaker, of: block) ?? words
    let mark = reading.range(.mark, of: block).map { min($0.lowerBound, label.lowerBound) } ?? label.lowerBound
    // A voice may also stand behind all words.
    let start = isSame ? words.lowerBound : min(mark, words.lowerBound)
    let said = reading.text.string(start..<words.upperBound)
    let lineEnding = reading.text.lineEnding(at: above.lowerBound)
    return [
      Edit(endRange, notation.written(max(end, ownEnd), like: reading.cueTime(near: other))),
      Edit(above.upperBound..<above.upperBound, (above.isEmpty ? "" : lineEnding) + said), Edit(movable(block), ""),
    ]
  }

  // MARK: - Cues

  private func cue(_ unit: Script.Unit, _ text: String, _ settings: String = "", before place: Int) -> String? {
    guard let start = unit.start, unit.entries.isEmpty else { return nil }
    let next = reading.episode.rows[place...].lazy.compactMap(\.start).first { $0 > start }
    guard let end = unit.end ?? next, !text.contains("\n\n"), !text.contains("-->") else { return nil }
    var label = ""
    if let speaker = unit.speaker {
      guard let written = notation.label(speaker, reading.labelStyle ?? notation.usualLabel) else { return nil }
      label = written
    }
    let id = notation.isNumbered ? number(before: place) : nil
    let cue = WrittenCue(id: id, start: start, end: end, settings: settings, text: label + text)
    return notation.written(cue, like: reading.cueTime(near: place))
  }

  /// The number behind that of the cue above.
  private func number(before place: Int) -> String {
    let above = reading.blocks.indices[..<place].last { reading.blocks[$0].kind == .segment }
    let number = above.flatMap { reading.string(.id, of: $0) }.flatMap(Int.init) ?? 0
    return String(number &+ 1)
  }

  private func words(of block: Int) -> Range<Int>? {
    guard reading.blocks.indices.contains(block), reading.kind(of: block) == .segment,
      let part = reading.part(.words, of: block), part.quoting != .other
    else { return nil }
    return reading.range(of: part, in: block)
  }

  /// The tags that are open where a stretch ends, outermost first.
  private func openTags(in range: Range<Int>) -> [CueText.Tag] {
    var open: [CueText.Tag] = []
    reading.text.bytes.withUnsafeBufferPointer { bytes in
      CueText.forEachToken(in: bytes, range, notation.quoting) { token in
        guard case .tag(let tag) = token, tag.isMarkup, tag.name != .time, tag.name != .override else { return }
        if !tag.isEnd {
          open.append(tag)
        } else if let index = open.lastIndex(where: { $0.name == tag.name }) {
          open.removeSubrange(index...)
        }
      }
    }
    return open
  }

  // MARK: - Places

  /// Puts lines before a block, with a blank line between both.
  private func insertion(_ lines: String, before place: Int) -> Edit? {
    if place < reading.blocks.count {
      guard !isHead(place) else { return nil }
      let offset = movable(place).lowerBound
      return Edit(offset..<offset, native(lines + "\n\n", at: offset))
    }
    let end = reading.text.count
    let content = reading.blocks.count > 0 ? reading.content(of: reading.blocks.count - 1).upperBound : 0
    let breaks = reading.text.line(at: end) - reading.text.line(at: content)
    return Edit(end..<end, native(String(repeating: "\n", count: max(0, 2 - breaks)) + lines + "\n", at: content))
  }

  /// With the ends of line of the text.
  private func native(_ text: String, at offset: Int) -> String {
    let lineEnding = reading.text.lineEnding(at: max(0, min(offset, reading.text.count) - 1))
    return lineEnding == "\n"
      ? text : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnding)
  }

  /// Whether a block is what stands above the first cue and makes the file what it is.
  private func isHead(_ block: Int) -> Bool {
    reading.blocks[block].kind == .metadata && reading.part(.settings, of: block) == nil
  }

  /// A block without the byte order mark, which belongs to the text.
  private func movable(_ block: Int) -> Range<Int> {
    let range = reading.blocks.range(of: block)
    let isMarked = range.lowerBound == 0 && reading.text.bytes.starts(with: Text.byteOrderMark)
    return (range.lowerBound + (isMarked ? Text.byteOrderMark.count : 0))..<range.upperBound
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last, reading.text.bytes[last] <= 0x20 { range.removeLast() }
    while let first = range.first, reading.text.bytes[first] <= 0x20 { range.removeFirst() }
    return range
  }
}
