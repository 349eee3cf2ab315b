import SourceText
import Transcript

/// Reads a transcript in paragraphs: each is a segment, a title, or what is not transcript.
///
/// It is asked for each paragraph, so it is an object: handing it on copies nothing.
final class ParagraphReader: Sendable {
  let notation: Notation

  init(notation: Notation) {
    self.notation = notation
  }

  func read(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
    guard let content = lines.nextSpoken() else { return mode }
    if let comment = lines.isComment(content) ? content : lines.takeComment(from: content) {
      lines.skipUnseenLines()
      block.add(.comment, comment)
      return mode
    }
    if notation.isMarkdown, lines.takeCode(below: content) {
      lines.skipUnseenLines()
      return mode
    }
    if notation.isMarkdown, mode == .transcript || notation.traits.beginsAtOnce,
      let level = underlinedLevel(&lines, content)
    {
      lines.next()
      lines.skipUnseenLines()
      block.kind = .header
      block.level = level
      block.add(.title, lines.bare(content))
      return .transcript
    }
    let unit = unit(&lines, content)
    lines.skipUnseenLines()
    let mode = mode == .preamble && notation.traits.beginsAtOnce ? .transcript : mode
    if mode != .transcript {
      // The transcript begins, or goes on behind what looked like its end, with a unit that is beyond doubt.
      guard isCertain(unit) || mayOpen(unit) && isAboveUnit(&lines, within: 8) else {
        guard mode == .preamble, notation.traits.headings != .none else { return mode }
        if lines.announcesTranscript(content), notation.traits.headings == .bare || isAboveUnit(&lines) {
          return .transcript
        }
        guard isFirstHeader(&lines, content) else { return mode }
        describe(unit, content, lines, into: &block)
        return .transcript
      }
    } else if unit.time == nil, lines.isFooter(content, notation.traits.closings) {
      return .footer
    }
    describe(unit, content, lines, into: &block)
    return .transcript
  }

  /// The level of the title in a line that is underlined; nil where it is no title.
  private func underlinedLevel(_ lines: inout LineCursor, _ content: Range<Int>) -> UInt8? {
    guard let level = lines.underlinedLevel(), !content.isEmpty, content.count <= Self.longestTitle,
      !lines.isSentenceEnd(content), heading(lines, content) == nil
    else { return nil }
    return glance(lines, content).merit == 0 ? level : nil
  }

  /// In bytes; what is longer is no title.
  private static let longestTitle = 120

  // MARK: - The lines of a segment

  /// What the forms find in the line that was taken, and in those below that belong to the same segment, which it takes.
  func unit(_ lines: inout LineCursor, _ content: Range<Int>) -> Template.Unit {
    var unit = Template.Unit(words: content)
    find(&unit, &lines, content)
    if notation.traits.continues, unit.time == nil, let label = unit.label, isDoubtful(label, unit.form, lines) {
      unit = Template.Unit(words: content)
    }
    if notation.traits.wraps { wrap(&unit, &lines, content) }
    return unit
  }

  /// Without a time beside it, a label without its marks cannot be told from the first words of a sentence. Where labels have
  /// neither times nor marks, first words with a colon are told from a name by their small letters: `Then we wait: an hour`.
  private func isDoubtful(_ label: LabelMatch, _ form: Int, _ lines: LineCursor) -> Bool {
    label.fault?.fault == .labelMarks
      || !label.isDistinct && !notation.forms[form].needsTime && !lines.mayBeWholeName(label.name)
  }

  /// Finds what that form finds that finds most.
  private func find(_ unit: inout Template.Unit, _ lines: inout LineCursor, _ content: Range<Int>) {
    guard notation.forms.count > 1 else { return find(&unit, by: 0, &lines, content) }
    let start = lines
    for form in notation.forms.indices {
      var (found, ahead) = (Template.Unit(words: content), start)
      find(&found, by: form, &ahead, content)
      if form == 0 || found.merit > unit.merit {
        unit = found
        lines.goOn(from: ahead)
      } else {
        lines.noteReach(of: ahead)
      }
      // While there is less, a form further down may find more, as in a text with the time in digits and in words.
      if unit.merit == Template.Unit.mostMerit(of: notation) { break }
    }
  }

  private func find(_ unit: inout Template.Unit, by form: Int, _ lines: inout LineCursor, _ content: Range<Int>) {
    let template = notation.forms[form]
    if template.lines.count == 1 {
      template.find(&unit, in: lines, as: 0)
    } else {
      unit = template.wholeUnit(&lines, content)
    }
    unit.form = form
  }

  /// What the line with the time or the label has of a segment, by the form that finds most. Takes nothing.
  private func glance(_ lines: LineCursor, _ content: Range<Int>) -> Template.Unit {
    var best = Template.Unit(words: content)
    for (form, template) in notation.forms.enumerated() {
      var unit = template.unit(lines, content, as: template.anchor)
      unit.form = form
      if unit.merit > best.merit { best = unit }
    }
    return best
  }

  /// Takes the lines below on which the same paragraph goes on.
  private func wrap(_ unit: inout Template.Unit, _ lines: inout LineCursor, _ content: Range<Int>) {
    guard notation.forms[unit.form].endsWithText,
      unit.time != nil || unit.label != nil || heading(lines, content) == nil
    else { return }
    let isUnit = unit.time != nil || unit.label != nil
    guard isUnit || !isAside(lines, content) else { return }
    while let line = lines.peek(), !lines.isBlank(line) {
      let below = lines.spoken(line)
      guard !below.isEmpty, !lines.isComment(below), heading(lines, below) == nil, !begins(lines, below),
        !lines.isClosing(below, notation.traits.closings), !notation.isMarkdown || !lines.isCodeFence(below)
      else { return }
      lines.next()
      if unit.words.isEmpty { unit.words = below } else { unit.isWrapped = true }
      unit.words = unit.words.lowerBound..<below.upperBound
    }
  }

  /// Whether a line inside of a paragraph begins a segment nonetheless.
  private func begins(_ lines: LineCursor, _ content: Range<Int>) -> Bool {
    notation.forms.contains { form in
      let first = lines[content.lowerBound]
      guard form.mayBegin(with: first), form.mayBeginLabel(with: first) else { return false }
      let unit = form.unit(lines, content, as: form.anchor)
      if let time = unit.time, form.timeLeads { return time.isEvident && (time.isEnclosed || unit.label != nil) }
      guard let label = unit.label, !form.needsTime else { return false }
      if label.isDistinct { return true }
      // A word in small letters is one of the sentence above it.
      return label.fault == nil && lines.mayBeWholeName(label.name) && !lines.isSmall(label.name)
    }
  }

  // MARK: - Where the transcript begins

  /// A time, or what was meant as one, and a label where there are labels; without times, a label that can be nothing else.
  private func isCertain(_ unit: Template.Unit) -> Bool {
    let form = notation.forms[unit.form]
    if form.needsTime { return unit.time != nil && (unit.label != nil || !form.hasSpeaker) }
    return unit.label.map { $0.isDistinct && $0.fault == nil } ?? false
  }

  /// Whether a unit is one if others follow soon: it has all but the label that the segments of this notation begin with, or
  /// a label that may be none.
  private func mayOpen(_ unit: Template.Unit) -> Bool {
    let form = notation.forms[unit.form]
    guard form.needsTime else { return unit.label.map { $0.fault == nil } ?? false }
    return form.hasSpeaker && form.timeLeads && unit.time.map { $0.fault == nil } ?? false && unit.label == nil
  }

  /// Whether a unit that is beyond doubt follows soon: then a damaged one here is the first of the transcript, and a title above it
  /// its title.
  ///
  /// - Parameter mostLines: how many lines further down it may stand.
  private func isAboveUnit(_ lines: inout LineCursor, within mostLines: Int = 1) -> Bool {
    for ahead in 0..<mostLines {
      guard let line = lines.peek(ahead) else { return false }
      let unit = glance(lines, lines.bare(line))
      if isCertain(unit) || !notation.forms[unit.form].needsTime && mayOpen(unit) { return true }
    }
    return false
  }

  /// Whether a line above the first unit is the title of its section: a title right above a unit that is beyond doubt.
  private func isFirstHeader(_ lines: inout LineCursor, _ content: Range<Int>) -> Bool {
    !content.isEmpty && title(lines, content) != nil && isAboveUnit(&lines)
  }

  // MARK: - What a paragraph is

  private func describe(
    _ unit: Template.Unit, _ content: Range<Int>, _ lines: LineCursor, into block: inout BlockBuilder
  ) {
    guard !content.isEmpty else { return }
    if let label = unit.label, begins(section: label, unit, lines) {
      return describe(section: label, unit, into: &block)
    }
    let title = title(lines, content)
    let unmarked: Block.Kind =
      title != nil ? .header : !notation.traits.continues || isAside(lines, content) ? .prose : .segment
    if let title, title.isAlone || unit.time == nil && unit.label == nil {
      block.kind = .header
    } else if unit.time != nil {
      block.kind = .segment
    } else if let label = unit.label {
      block.kind = .segment
      // A paragraph goes on with what was said above; one with a colon in its first words may do so, too.
      if !isCertain(label, unit.form, lines) {
        block.otherwise = unmarked == .segment ? .prose : unmarked
        block.isSpeechAnyway = unmarked == .segment
      }
    } else {
      block.kind = unmarked
    }
    if let title, unit.time == nil || title.isAlone {
      block.level = title.level
      if let time = title.time { describe(time, .start, into: &block) }
      block.add(.title, title.range)
    }
    guard block.kind == .segment else { return }
    describe(segment: unit, lines, into: &block)
  }

  /// Whether a label without a time beside it is one even if it stands only once: it has marks around it, or is a whole name.
  /// `Links:` is nobody, with marks or without.
  private func isCertain(_ label: LabelMatch, _ form: Int, _ lines: LineCursor) -> Bool {
    guard label.fault == nil, !label.name.isEmpty else { return false }
    let isNobody = LabelCount.isNobody(lines[label.name])
    // Who asks and who answers is often nothing but a letter.
    if label.isDistinct { return !isNobody || label.name.count == 1 }
    return !notation.forms[form].needsTime && !isNobody && !lines.isSmall(label.name)
      && lines.mayBeWholeName(label.name)
  }

  private func describe(segment unit: Template.Unit, _ lines: LineCursor, into block: inout BlockBuilder) {
    if let label = unit.label {
      if !label.name.isEmpty { block.add(.speaker, label.name) }
      if let fault = label.fault { block.add(fault.fault, fault.range) }
    } else {
      block.continuesSpeaker = unit.time == nil || notation.forms[unit.form].isOptional(.speaker)
    }
    if let time = unit.time { describe(time, .start, into: &block) }
    if let words = unit.timeInWords { block.add(.mark, words) }
    if let end = unit.end { describe(end, .end, into: &block) }
    block.add(.words, unit.words, unit.isWrapped ? .wrapped : .none)
    if notation.isMarkdown { lines.forEachMarkup(in: unit.words) { block.add(.markup, $0) } }
    if let inline = notation.traits.inlineTime { inline.forEach(in: unit.words, lines) { block.add(.inlineTime, $0) } }
  }

  private func describe(_ time: TimeMatch, _ kind: Part.Kind, into block: inout BlockBuilder) {
    if let fault = time.fault { block.add(fault, time.range) } else { block.add(kind, time.range) }
  }

  /// Whether a label names a section: `**Break:**`.
  private func begins(section label: LabelMatch, _ unit: Template.Unit, _ lines: LineCursor) -> Bool {
    label.fault == nil && unit.words.isEmpty
      && notation.traits.sectionLabels.contains { lines[label.name].elementsEqual($0.utf8) }
  }

  private func describe(section label: LabelMatch, _ unit: Template.Unit, into block: inout BlockBuilder) {
    block.kind = .header
    block.add(.title, label.name)
    if let time = unit.time { describe(time, .start, into: &block) }
  }

  /// Whether a paragraph of Markdown is no speech: nothing but a tag of HTML or a link, or where a link leads.
  private func isAside(_ lines: LineCursor, _ content: Range<Int>) -> Bool {
    notation.traits.headings == .marked && (lines.isTagAlone(content) || lines.isLinkDefinition(content))
  }

  // MARK: - Titles

  private struct Title {
    var range: Range<Int>
    var level: UInt8 = 1
    var time: TimeMatch?
    /// Whether it is one although it looks like the time of a segment.
    var isAlone = false
  }

  /// The title in a line that can be one: a Markdown heading, or a short line that does not end like a sentence.
  private func title(_ lines: LineCursor, _ content: Range<Int>) -> Title? {
    if let heading = heading(lines, content) { return heading }
    guard notation.traits.headings == .bare else { return nil }
    return content.count <= Self.longestTitle && !lines.isSentenceEnd(content) ? Title(range: content) : nil
  }

  /// One that has marks.
  private func heading(_ lines: LineCursor, _ content: Range<Int>) -> Title? {
    guard notation.traits.headings != .none, let first = content.first else { return nil }
    if notation.traits.headings == .timeAlone, lines.isDigit(lines[first]), lines.isPlainTime(content) {
      return Title(range: content, time: nil, isAlone: true)
    }
    guard lines[first] == UInt8(ascii: "#") else { return nil }
    let marks = content.prefix { lines[$0] == UInt8(ascii: "#") }
    guard marks.count <= 6, marks.count == content.count || lines.isSpace(lines[marks.upperBound]) else { return nil }
    var title = Title(range: lines.bare(content.dropFirst(marks.count)), level: UInt8(marks.count))
    title.isAlone = notation.traits.headings != .bare
    if let marks = notation.traits.titleTime, let time = marks.slot.leadingTime(lines, title.range), time.fault == nil {
      title.time = time
      title.range = lines.bare(time.outer.upperBound..<title.range.upperBound)
    }
    return title
  }
}
