import SourceText
import Transcript

/// Reads a transcript in paragraphs: each is a segment, a title, or what is not transcript.
struct ParagraphReader {
  let notation: Notation

  private var template: Template { notation.template }

  func read(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
    guard let content = lines.nextSpoken() else { return mode }
    if lines.isComment(content) {
      lines.skipUnseenLines()
      block.add(.comment, content)
      return mode
    }
    let unit = unit(&lines, content)
    lines.skipUnseenLines()
    if mode != .transcript {
      // The transcript begins, or goes on behind what looked like its end, with a unit that is beyond doubt.
      guard isCertain(unit) || mayOpen(unit) && isAboveCertain(&lines) else {
        guard mode == .preamble, notation.traits.headings == .bare else { return mode }
        if lines.announcesTranscript(content) { return .transcript }
        guard isFirstHeader(&lines, content) else { return mode }
        describe(unit, content, lines, into: &block)
        return .transcript
      }
    } else if unit.time == nil, lines.isFooter(content) {
      return .footer
    }
    describe(unit, content, lines, into: &block)
    return .transcript
  }

  /// What the template finds in the line that was taken, and in those below that belong to the same segment, which it takes.
  func unit(_ lines: inout LineCursor, _ content: Range<Int>) -> Template.Unit {
    let unit = template.lines.count == 1 ? template.unit(lines, content, as: 0) : template.wholeUnit(&lines, content)
    // Without a time beside it, a label without its marks cannot be told from the first words of a sentence.
    let isDoubtful = notation.traits.continues && unit.time == nil && unit.label?.fault?.fault == .labelMarks
    return isDoubtful ? Template.Unit(words: content) : unit
  }

  // MARK: - Where the transcript begins

  /// A time, or what was meant as one, and a label where there are labels; without times, a label that can be nothing else.
  private func isCertain(_ unit: Template.Unit) -> Bool {
    if template.hasTime { return unit.time != nil && (unit.label != nil || !template.hasSpeaker) }
    return unit.label.map { $0.isDistinct && $0.fault == nil } ?? false
  }

  /// Whether a unit is one if others follow soon: it has all but the label that the segments of this notation begin with, or
  /// a label that may be none.
  private func mayOpen(_ unit: Template.Unit) -> Bool {
    guard template.hasTime else { return unit.label.map { $0.fault == nil } ?? false }
    return template.hasSpeaker && template.timeLeads && unit.time.map { $0.fault == nil } ?? false && unit.label == nil
  }

  /// Whether a unit that is beyond doubt follows soon: then the one here is the first of the transcript, and damaged.
  private func isAboveCertain(_ lines: inout LineCursor) -> Bool {
    for ahead in 0..<8 {
      guard let line = lines.peek(ahead) else { return false }
      let unit = template.unit(lines, lines.bare(line), as: template.anchor)
      if isCertain(unit) || !template.hasTime && mayOpen(unit) { return true }
    }
    return false
  }

  /// Whether a line above the first unit is the title of its section: a title right above a unit that is beyond doubt.
  private func isFirstHeader(_ lines: inout LineCursor, _ content: Range<Int>) -> Bool {
    guard !content.isEmpty, title(lines, content) != nil, let next = lines.peek() else { return false }
    return isCertain(template.unit(lines, lines.bare(next), as: template.anchor))
  }

  // MARK: - What a paragraph is

  private func describe(
    _ unit: Template.Unit, _ content: Range<Int>, _ lines: LineCursor, into block: inout BlockBuilder
  ) {
    guard !content.isEmpty else { return }
    let title = title(lines, content)
    let unmarked: Block.Kind = title != nil ? .header : notation.traits.continues ? .segment : .prose
    if unit.time != nil {
      block.kind = .segment
    } else if let label = unit.label {
      block.kind = .segment
      // A paragraph goes on with what was said above; one with a colon in its first words may do so, too.
      let isCertain = label.isDistinct && label.fault == nil
      block.otherwise = isCertain ? .segment : unmarked == .segment ? .prose : unmarked
    } else {
      block.kind = unmarked
    }
    if let title, unit.time == nil {
      block.level = title.level
      block.add(.title, title.range)
    }
    guard block.kind == .segment else { return }
    if let label = unit.label {
      if !label.name.isEmpty { block.add(.speaker, label.name) }
      if let fault = label.fault { block.add(fault.fault, fault.range) }
    }
    if let time = unit.time { describe(time, .start, into: &block) }
    if let end = unit.end { describe(end, .end, into: &block) }
    block.add(.words, unit.words)
  }

  private func describe(_ time: TimeMatch, _ kind: Part.Kind, into block: inout BlockBuilder) {
    if let fault = time.fault { block.add(fault, time.range) } else { block.add(kind, time.range) }
  }

  /// The title in a line that can be one: a Markdown heading, or a short line that does not end like a sentence.
  private func title(_ lines: LineCursor, _ content: Range<Int>) -> (range: Range<Int>, level: UInt8)? {
    guard notation.traits.headings != .none else { return nil }
    let marks = content.prefix { lines[$0] == UInt8(ascii: "#") }
    if (1...6).contains(marks.count), marks.count == content.count || lines.isSpace(lines[marks.upperBound]) {
      return (lines.bare(content.dropFirst(marks.count)), UInt8(marks.count))
    }
    guard notation.traits.headings == .bare else { return nil }
    return content.count <= 120 && !lines.isSentenceEnd(content) ? (content, 1) : nil
  }
}
