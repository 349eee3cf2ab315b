import SourceText
import Transcript

/// Reads a line that was written, to see whether it says what was to be said.
struct UnitProof {
  private let format: TranscriptFormat

  init(_ format: TranscriptFormat) { self.format = format }

  /// Whether a paragraph is read as a segment that says this and nothing else.
  ///
  /// - Parameter speaker: who speaks above it, where a segment without label and time goes on with that turn.
  func reads(_ line: String, as unit: Script.Unit, after speaker: String? = nil) -> Bool {
    if let isSaid = certainly(line, says: unit) { return isSaid }
    guard let (reading, block) = read(line) else { return false }
    let parts = reading.blocks.parts(of: block)
    guard reading.blocks[block].kind == .segment, parts.allSatisfy({ $0.kind != .fault && $0.kind != .comment }),
      parts.count(where: { $0.kind == .words }) == 1, reading.string(.words, of: block) == unit.text,
      reading.episode.rows[block].start == unit.start, reading.episode.rows[block].end == unit.end
    else { return false }
    let label = reading.string(.speaker, of: block)
    return label == unit.speaker || label == nil && unit.start == nil && speaker == unit.speaker
  }

  /// The same of a line with a time and a label that are beyond doubt: it is a segment whatever stands around it. Nil for any
  /// other line.
  private func certainly(_ line: String, says unit: Script.Unit) -> Bool? {
    guard let notation = format.notation,
      notation.forms.allSatisfy({ $0.lines.count == 1 && $0.hasTime && $0.hasSpeaker }),
      unit.start != nil, unit.speaker != nil
    else { return nil }
    let text = Text(Array(line.utf8))
    guard text.lineStarts.count == 1, text.count > 0 else { return nil }
    return text.withLines { lines in
      guard let content = lines.nextSpoken(), !lines.isComment(content) else { return nil }
      let found = ParagraphReader(notation: notation).unit(&lines, content)
      guard let time = found.time, time.fault == nil, let label = found.label, label.fault == nil,
        found.end?.fault == nil,
        case .time(let start) = Timestamp.read(text.bytes[time.range])
      else { return nil }
      var end: Time?
      if let range = found.end?.range, case .time(let stamp) = Timestamp.read(text.bytes[range]) { end = stamp.time }
      return start.time == unit.start && end == unit.end && text.string(label.name) == unit.speaker
        && text.string(found.words) == unit.text
    }
  }

  /// Whether two paragraphs say the same, and in the same fields.
  func reads(_ paragraph: String, as other: String) -> Bool {
    guard let (one, _) = read(paragraph), let (other, _) = read(other) else { return false }
    return one.says(other)
  }

  /// A line that is read as a title, with the marks of Markdown if it needs them; nil where none is.
  func titleLine(_ marks: String, _ title: String, level: Int) -> String? {
    let lines = [marks + title] + (marks.isEmpty ? [String(repeating: "#", count: level) + " " + title] : [])
    return lines.first { line in
      guard let (reading, block) = read(line) else { return false }
      return reading.blocks[block].kind == .header && reading.string(.title, of: block) == title
        && Int(reading.blocks[block].level) == level
    }
  }

  /// The line between two segments that are beyond doubt.
  private func read(_ line: String) -> (Reading, block: Int)? {
    guard let notation = format.notation else { return nil }
    let writer = ScriptUnitWriter(notation, notation.traits.times)
    let certain = writer.write(
      Script.Unit(speaker: notation.holds(.speaker) ? "A" : nil, start: Time(seconds: 0), text: "a"), after: nil)
    let above = certain + "\n\n"
    let reading = Document(Text(Array((above + line + "\n\n" + certain).utf8)), format: format).reading
    guard reading.blocks.count == 3, reading.blocks.start(of: 1) == above.utf8.count else { return nil }
    return (reading, 1)
  }
}
