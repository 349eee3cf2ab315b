import SourceText
import Transcript

/// Reads a transcript in paragraphs: each line is a unit, a title, or what is not transcript.
struct ParagraphReader {
  let notation: Notation

  /// What the template finds in one line.
  struct Unit {
    var time: TimeSlot.Match?
    var label: Label?
    var words: Range<Int>

    var isWellFormed: Bool { time.map { $0.fault == nil } ?? false }
  }

  func read(_ lines: inout LineCursor, in mode: Mode, into block: inout BlockBuilder) -> Mode {
    guard let line = lines.next() else { return mode }
    lines.skipBlankLines()
    let content = lines.trimmed(lines.withoutByteOrderMark(line))
    if lines.isComment(content) {
      block.add(.comment, content)
      return mode
    }
    let unit = unit(lines, content)
    if mode != .transcript {
      // The transcript begins, or goes on behind what looked like its end, with a unit that is beyond doubt.
      guard isCertain(unit) || lacksLabel(unit) && isAboveCertain(&lines) else {
        guard mode == .preamble, notation.hasHeaders else { return mode }
        if isAnnouncement(lines, content) { return .transcript }
        guard isFirstHeader(&lines, content) else { return mode }
        describe(unit, content, lines, into: &block)
        return .transcript
      }
    } else if unit.time == nil, isFooter(lines, content) {
      return .footer
    }
    describe(unit, content, lines, into: &block)
    return .transcript
  }

  /// A time, or what was meant as one, and a label where there are labels.
  private func isCertain(_ unit: Unit) -> Bool {
    unit.time != nil && (unit.label != nil || !notation.hasLabel)
  }

  /// Whether a line has all but the label that the segments of this notation begin with.
  private func lacksLabel(_ unit: Unit) -> Bool {
    notation.hasLabel && notation.time.isLeading && unit.isWellFormed && unit.label == nil
  }

  /// Whether a unit that is beyond doubt follows soon: then the one here is the first of the transcript, and damaged.
  private func isAboveCertain(_ lines: inout LineCursor) -> Bool {
    for ahead in 0..<8 {
      guard let line = lines.peek(ahead) else { return false }
      if isCertain(unit(lines, lines.trimmed(line))) { return true }
    }
    return false
  }

  /// Whether a line above the first unit is the title of its section: a title right above a unit that is beyond doubt.
  private func isFirstHeader(_ lines: inout LineCursor, _ content: Range<Int>) -> Bool {
    guard !content.isEmpty, title(lines, content) != nil, let next = lines.peek() else { return false }
    return isCertain(unit(lines, lines.trimmed(next)))
  }

  /// Applies the template to a line without blanks at its ends.
  func unit(_ lines: LineCursor, _ content: Range<Int>) -> Unit {
    let time = notation.time.match(lines, content)
    var words = content
    if let time {
      words =
        notation.time.isLeading
        ? time.outer.upperBound..<content.upperBound : content.lowerBound..<time.outer.lowerBound
    }
    words = lines.trimmed(words)
    guard notation.hasLabel, time != nil || !notation.time.isLeading, let label = Label(lines, at: words) else {
      return Unit(time: time, label: nil, words: words)
    }
    return Unit(time: time, label: label, words: lines.trimmed(label.end..<words.upperBound))
  }

  private func describe(_ unit: Unit, _ content: Range<Int>, _ lines: LineCursor, into block: inout BlockBuilder) {
    guard !content.isEmpty else { return }
    let title = title(lines, content)
    let unmarked: Block.Kind = title != nil ? .header : notation.continues ? .segment : .prose
    if unit.time != nil {
      block.kind = .segment
    } else if unit.label != nil {
      block.kind = .segment
      block.otherwise = unmarked
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
    if let time = unit.time {
      if let fault = time.fault { block.add(fault, time.range) } else { block.add(.start, time.range) }
    }
    block.add(.words, unit.words)
  }

  /// The title in a line that can be one: a Markdown heading, or a short line that does not end like a sentence.
  private func title(_ lines: LineCursor, _ content: Range<Int>) -> (range: Range<Int>, level: UInt8)? {
    guard notation.hasHeaders else { return nil }
    let marks = content.prefix { lines[$0] == UInt8(ascii: "#") }
    if (1...6).contains(marks.count), marks.count == content.count || lines.isSpace(lines[marks.upperBound]) {
      return (lines.trimmed(content.dropFirst(marks.count)), UInt8(marks.count))
    }
    let endsSentence = lines.isSentenceEnd(content)
    return content.count <= 120 && !endsSentence ? (content, 1) : nil
  }

  /// A line `Transcript` or `Transcription:` above the first unit.
  private func isAnnouncement(_ lines: LineCursor, _ content: Range<Int>) -> Bool {
    let word = content.drop { lines[$0] == UInt8(ascii: "#") || lines.isSpace(lines[$0]) }
    let bare = word.last.map { lines[$0] == UInt8(ascii: ":") } == true ? word.dropLast() : word
    return lines.isWord(bare, "Transcript") || lines.isWord(bare, "Transcription")
  }

  /// What the pages of a site put below a transcript: an invitation to a newsletter, a cookie notice, a count of views.
  private func isFooter(_ lines: LineCursor, _ content: Range<Int>) -> Bool {
    guard content.count < 200, let first = content.first else { return false }
    let isCount = (0x30...0x39).contains(lines[first])
    if isCount {
      let rest = content.drop { (0x30...0x39).contains(lines[$0]) }
      return lines.holds(rest.prefix(5), " view")
    }
    return lines.holds(content.prefix(15), "transcribed by ") || lines.holds(content, "we use cookies")
      || lines.holds(content, "all rights reserved")
      || lines.holds(content, "newsletter") && lines.holds(content, "subscribe")
  }
}

extension LineCursor {
  /// Whether a title cannot end like this.
  fileprivate func isSentenceEnd(_ content: Range<Int>) -> Bool {
    sentenceEnds.contains(self[content.upperBound - 1]) || begins(content.suffix(3), with: "…")
  }

  /// Whether a stretch has `words` in it, in any case; `words` are lower case ASCII.
  fileprivate func holds(_ range: Range<Int>, _ words: StaticString) -> Bool {
    let count = words.utf8CodeUnitCount
    guard count <= range.count else { return false }
    for start in range.lowerBound...(range.upperBound - count) {
      var matched = 0
      while matched < count, self[start + matched] | 0x20 == words.utf8Start[matched] { matched += 1 }
      if matched == count { return true }
    }
    return false
  }
}

private let sentenceEnds = ByteSet(".!,;:")
