import SourceText
import Transcript

/// Writes what comes, goes and moves as a whole.
struct StructureChanges {
  private let format: TranscriptFormat
  private let reading: Reading

  init(_ format: TranscriptFormat, _ reading: Reading) {
    (self.format, self.reading) = (format, reading)
  }

  func removing(_ block: Int) -> [Edit] {
    [Edit(movable(block), "")]
  }

  func moving(_ block: Int, before place: Int) -> [Edit]? {
    guard reading.blocks.indices.contains(block), (0...reading.blocks.count).contains(place) else { return nil }
    if place == block || place == block + 1 { return [] }
    let range = movable(block)
    var bytes = Array(reading.text.bytes[range])
    if !isEnded(range.upperBound) {
      // The last block of the text has no end of line that could move with it.
      let piece = Spelling.Piece.unit
      bytes += lineEnds(between: piece, and: piece, Spelling(reading))
    }
    let offset = place < reading.blocks.count ? movable(place).lowerBound : reading.text.count
    let missing = isEnded(offset) ? "" : lineEnding(at: offset)
    return [Edit(offset..<offset, Array(missing.utf8) + bytes), Edit(range, "")]
  }

  func inserting(_ content: Script.Content, before place: Int) -> [Edit]? {
    guard (0...reading.blocks.count).contains(place) else { return nil }
    let near = place < reading.blocks.count ? place : end - 1
    guard reading.blocks.indices.contains(near) else { return nil }
    if case .comment(let text) = content { return comment(text, above: near).map { [$0] } }
    let offset = place < reading.blocks.count ? movable(place).lowerBound : reading.blocks.range(of: end - 1).upperBound
    let spelling = Spelling(reading)
    let isItem = format.notation == nil
    guard let written = isItem ? item(content, spelling, near) : paragraph(content, spelling, above: place),
      !isItem || [.segment, .header].contains(reading.kind(of: near))
    else { return nil }
    var text = written.text.split(separator: "\n", omittingEmptySubsequences: false).joined(
      separator: spelling.lineEnding)
    text += String(decoding: lineEnds(between: written.piece, and: .unit, spelling), as: UTF8.self)
    let missing =
      isEnded(offset) || offset == 0
      ? "" : String(decoding: lineEnds(between: .unit, and: written.piece, spelling), as: UTF8.self)
    return [Edit(offset..<offset, missing + text)]
  }

  /// Whether a segment has neither comments nor entries besides those of the model.
  func saysNothingElse(_ block: Int) -> Bool {
    reading.blocks.parts(of: block).allSatisfy { $0.kind != .comment && $0.kind != .value && $0.kind != .fault }
  }

  // MARK: - Pieces

  private typealias Written = (text: String, piece: Spelling.Piece)

  private func paragraph(_ content: Script.Content, _ spelling: Spelling, above place: Int) -> Written? {
    guard let notation = format.notation else { return nil }
    switch content {
    case .unit(let unit):
      guard unit.end == nil, unit.entries.isEmpty, unit.speaker == nil || notation.holds(.speaker) else {
        return nil
      }
      let above = reading.blocks.indices[..<place].last { reading.kind(of: $0) == .segment }
      let speaker = above.flatMap(reading.speaker).map(reading.episode.speakers.label)
      let writer = ScriptUnitWriter(notation, spelling.times ?? notation.traits.times, like: spelling)
      let proof = UnitProof(format)
      return [true, false].lazy.map { writer.write(unit, after: speaker, isWrapped: $0) }
        .first { proof.reads($0, as: unit, after: speaker) }.map { ($0, .unit) }
    case .title(let title, let level, nil):
      let marks = level > 1 || spelling.marksTitles ? String(repeating: "#", count: level) + " " : ""
      return UnitProof(format).titleLine(marks, title, level: level).map { ($0, .title) }
    case .title: return nil
    case .prose(let text): return (text, .prose)
    case .comment: return nil
    }
  }

  private func item(_ content: Script.Content, _ spelling: Spelling, _ near: Int) -> Written? {
    let writer = ScriptItemWriter(spelling, spelling.times ?? TimeSpelling(.fromTheFirst))
    let text: String
    switch content {
    case .unit(let unit) where unit.end == nil: text = writer.write(unit)
    case .title(let title, _, nil): text = writer.write(title: title)
    default: return nil
    }
    // As far in as the items beside it.
    let line = reading.text.content(ofLine: reading.text.line(at: reading.content(of: near).lowerBound))
    let margin = String(repeating: " ", count: reading.text.bytes[line].prefix { $0 == 0x20 }.count)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : margin + $0 }
    return (lines.joined(separator: "\n"), .unit)
  }

  /// A comment in lines of its own above a block. There is none in the first block of front matter, nor in what is no
  /// well-formed YAML, where a comment in a broken value would be a part of it.
  private func comment(_ text: String, above block: Int) -> Edit? {
    let start = reading.blocks.start(of: block)
    let end = reading.text.lineEnding(at: start)
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard reading.isYAML(block) else {
      let safe = line.split(separator: "--", omittingEmptySubsequences: true).joined(separator: "- ")
      return Edit(start..<start, "<!-- \(safe) -->\(end)\(end)")
    }
    guard start > 0, !reading.blocks.parts(of: block).contains(where: { $0.fault?.isYAML ?? false }) else { return nil }
    let margin = reading.text.bytes[start...].prefix { $0 == 0x20 }
    return Edit(start..<start, String(decoding: margin, as: UTF8.self) + "# \(line)\(end)")
  }

  // MARK: - Places

  /// Behind the last block of the transcript.
  private var end: Int {
    reading.blocks.indices.last { [.segment, .header].contains(reading.kind(of: $0)) }.map { $0 + 1 }
      ?? reading.blocks.count
  }

  /// A block without the byte order mark, which belongs to the text.
  private func movable(_ block: Int) -> Range<Int> {
    let range = reading.blocks.range(of: block)
    let isMarked = range.lowerBound == 0 && reading.text.bytes.starts(with: Text.byteOrderMark)
    return (range.lowerBound + (isMarked ? Text.byteOrderMark.count : 0))..<range.upperBound
  }

  private func isEnded(_ offset: Int) -> Bool {
    offset == 0 || reading.text.bytes[offset - 1] == 0x0A || reading.text.bytes[offset - 1] == 0x0D
  }

  private func lineEnding(at offset: Int) -> String { reading.text.lineEnding(at: max(0, offset - 1)) }

  private func lineEnds(between first: Spelling.Piece, and second: Spelling.Piece, _ spelling: Spelling) -> [UInt8] {
    let count =
      spelling.lineEnds(between: first, and: second)
      ?? ScriptLayout.usualLineEnds(between: first, and: second, format.notation)
    return Array(String(repeating: spelling.lineEnding, count: max(1, count)).utf8)
  }
}
