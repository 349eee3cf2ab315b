import SourceText
import Transcript

/// Writes what comes, goes and moves as a whole in a file of SubRip. Numbers of other cues stay: where they do not follow each
/// other any more, a rule numbers them anew.
struct SubRipStructure {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  func removing(_ block: Int) -> [Edit]? {
    reading.blocks.indices.contains(block) ? [Edit(movable(block), "")] : nil
  }

  func moving(_ block: Int, before place: Int) -> [Edit]? {
    guard reading.blocks.indices.contains(block), (0...reading.blocks.count).contains(place) else { return nil }
    if place == block || place == block + 1 { return [] }
    var bytes = Array(reading.text.bytes[movable(block)])
    // Behind a cue that moves away from the end of the text stands another one now.
    if place < reading.blocks.count { bytes = parted(bytes) }
    let offset = place < reading.blocks.count ? movable(place).lowerBound : reading.text.count
    return [Edit(offset..<offset, missingEnd(at: offset) + bytes), Edit(movable(block), "")]
  }

  func inserting(_ content: Script.Content, before place: Int) -> [Edit]? {
    guard case .unit(let unit) = content, (0...reading.blocks.count).contains(place), unit.entries.isEmpty,
      let start = unit.start, let end = unit.end
    else { return nil }
    let offset = place < reading.blocks.count ? movable(place).lowerBound : reading.text.count
    var text = "\(number(at: place))\n\(times(start, end))\n"
    let lines = LineBreaking(lines: 2, length: 42).broken(unit.text, indent: (unit.speaker?.count ?? -2) + 2)
    text += (unit.speaker.map { $0 + ": " } ?? "") + lines.joined(separator: "\n") + "\n\n"
    guard reads(text, as: unit) else { return nil }
    return [Edit(offset..<offset, missingEnd(at: offset) + withLineEnds(text))]
  }

  /// A blank line above a cue that has none.
  func parting(_ block: Int) -> [Edit]? {
    guard reading.blocks.indices.contains(block) else { return nil }
    let start = reading.blocks.start(of: block)
    return [Edit(start..<start, lineEnding)]
  }

  /// What is said at the end of one cue and the beginning of the next is said in one, which is shown until the end of both.
  func joining(_ block: Int, to other: Int) -> [Edit]? {
    guard reading.blocks.indices.contains(block), reading.blocks.indices.contains(other), other < block,
      let words = reading.range(.words, of: block), let above = lastWords(of: other),
      saysNothingElse(block), let end = reading.range(.end, of: other)
    else { return nil }
    let text = reading.text.string(words)
    var edits = [
      Edit(above.upperBound..<above.upperBound, (above.isEmpty || text.isEmpty ? "" : lineEnding) + text),
      Edit(movable(block), ""),
    ]
    let ends = (reading.episode.rows[other].end, reading.episode.rows[block].end)
    if let last = ends.1, ends.0.map({ $0 < last }) ?? true, let written = reading.range(.end, of: block) {
      edits.append(Edit(end, Array(reading.text.bytes[written])))
    }
    return edits
  }

  func splitting(_ block: Int, at place: Int, _ unit: Script.Unit) -> [Edit]? {
    guard reading.blocks.indices.contains(block), let words = CueSource(reading, block),
      let cut = words.source(place..<place), let end = reading.range(.end, of: block),
      let last = reading.episode.rows[block].end
    else { return nil }
    var unit = unit
    unit.text = String(decoding: words.said[place...].drop { $0 <= 0x20 }, as: UTF8.self)
    guard let start = unit.start ?? reading.start(of: block, at: place, words: words.said.count) else { return nil }
    unit.start = start
    unit.end = unit.end ?? last
    guard let new = inserting(.unit(unit), before: block + 1) else { return nil }
    var first = cut.lowerBound
    while first > words.range.lowerBound, reading.text.bytes[first - 1] <= 0x20 { first -= 1 }
    return [Edit(end, spelled(start, like: end)), Edit(first..<words.range.upperBound, "")] + new
  }

  // MARK: - Pieces

  private func times(_ start: Time, _ end: Time) -> String { "\(start.writtenInSubRip) --> \(end.writtenInSubRip)" }

  private func spelled(_ time: Time, like range: Range<Int>) -> String {
    if case .time(let stamp) = Timestamp.read(reading.text.bytes[range]) { return stamp.spelling(of: time) }
    return time.writtenInSubRip
  }

  /// One more than the number above.
  private func number(at place: Int) -> Int {
    let above = reading.blocks.indices[..<place].suffix(1).first.flatMap { reading.string(.id, of: $0) }.flatMap(
      Int.init)
    return (above ?? place) + 1
  }

  private func lastWords(of block: Int) -> Range<Int>? {
    reading.blocks.parts(of: block).last { $0.kind == .words }.map { reading.range(of: $0, in: block) }
  }

  private func saysNothingElse(_ block: Int) -> Bool {
    reading.blocks.parts(of: block).count { $0.kind == .words } == 1
  }

  private func reads(_ text: String, as unit: Script.Unit) -> Bool {
    let read = Document(Text(text), format: SubRipFormat()).reading
    guard read.blocks.count == 1, let words = CueSource(read, 0) else { return false }
    let row = read.episode.rows[0]
    return row.start == unit.start && row.end == unit.end && read.string(.speaker, of: 0) == unit.speaker
      && String(decoding: words.said, as: UTF8.self) == unit.text
  }

  // MARK: - Places and ends of lines

  /// A block without the byte order mark, which belongs to the text.
  private func movable(_ block: Int) -> Range<Int> {
    let range = reading.blocks.range(of: block)
    let isMarked = range.lowerBound == 0 && reading.text.bytes.starts(with: Text.byteOrderMark)
    return (range.lowerBound + (isMarked ? Text.byteOrderMark.count : 0))..<range.upperBound
  }

  private var lineEnding: String { reading.text.lineEnding(at: 0) }

  private func withLineEnds(_ text: String) -> [UInt8] {
    lineEnding == "\n" ? Array(text.utf8) : text.utf8.flatMap { $0 == 0x0A ? Array(lineEnding.utf8) : [$0] }
  }

  /// With a blank line at the end.
  private func parted(_ bytes: [UInt8]) -> [UInt8] {
    let text = Text(bytes)
    let isBlank =
      text.lineCount > 2 && text.content(ofLine: text.lineCount - 2).isEmpty
      && text.content(ofLine: text.lineCount - 1).isEmpty
    if isBlank { return bytes }
    let isEnded = text.content(ofLine: text.lineCount - 1).isEmpty
    return bytes + Array((isEnded ? lineEnding : lineEnding + lineEnding).utf8)
  }

  /// What is missing at a place before a cue can begin there.
  private func missingEnd(at offset: Int) -> [UInt8] {
    let text = reading.text
    guard offset > 0, offset == text.count else { return [] }
    let line = text.line(at: offset)
    if !text.content(ofLine: line).isEmpty { return Array((lineEnding + lineEnding).utf8) }
    let isBlank = line > 0 && text.bytes[text.content(ofLine: line - 1)].allSatisfy(Ascii.isBlank)
    return isBlank ? [] : Array(lineEnding.utf8)
  }
}

extension Reading {
  /// When the words behind a place in a cue are said, in proportion to those before it.
  fileprivate func start(of block: Int, at place: Int, words count: Int) -> Time? {
    guard let start = episode.rows[block].start, let end = episode.rows[block].end, end > start, count > 0 else {
      return nil
    }
    let length = Int(end.milliseconds) - Int(start.milliseconds)
    return Time(milliseconds: Int(start.milliseconds) + length * place / count)
  }
}
