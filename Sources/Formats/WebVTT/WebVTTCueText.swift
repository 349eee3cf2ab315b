import SourceText
import Transcript

/// Judges the tags and the ampersands in the text of a cue: what players drop (WebVTT, 6.4), and what authors should not write
/// (4.2.2 "Caption or subtitle cue text").
struct WebVTTCueText {
  private let lines: LineCursor
  /// Of the cue, in milliseconds; nil where they cannot be read.
  private let times: Range<Int>?
  private var open = ShortList<Span>()
  private var lastTime: Int?
  /// Where what is said begins and ends.
  private let text: Range<Int>

  /// An open tag.
  private struct Span {
    var name: CueText.Tag.Name
    var range: Range<Int>
    var hasText = false
  }

  init(_ lines: LineCursor, _ text: Range<Int>, _ times: Range<Int>?) {
    (self.lines, self.text, self.times) = (lines, text, times)
  }

  mutating func judge(_ tokens: ShortList<CueText.Token>, into block: inout BlockBuilder) {
    for index in tokens.indices {
      switch tokens[index] {
      case .ampersand(let offset): block.add(.ampersand, offset..<(offset + 1))
      case .tag(let tag): judge(tag, into: &block)
      case .text, .lineBreak, .reference: break
      }
    }
    // What closes one of them closes those inside of it, too.
    if let span = open.first(where: { !mayStayOpen($0) }) { block.add(.spanNotClosed, span.range) }
  }

  private mutating func judge(_ tag: CueText.Tag, into block: inout BlockBuilder) {
    guard tag.isClosed else {
      // All that stands behind it is gone, so nothing more is to be said of it.
      block.add(.tagNotClosed, tag.range)
      return
    }
    let isTime = tag.written.first.map { Ascii.isDigit(lines[$0]) } ?? false
    if isTime, !tag.isEnd {
      judgeTime(tag, into: &block)
    } else if tag.isEnd {
      close(tag, into: &block)
    } else {
      begin(tag, into: &block)
    }
  }

  // MARK: - Spans

  private mutating func begin(_ tag: CueText.Tag, into block: inout BlockBuilder) {
    guard let name = tag.name, name != .rt || isInRuby else {
      block.add(.tagUnknown, tag.range)
      return
    }
    if lines[tag.range].contains(where: Ascii.isLineEnd) { block.add(.tagLineBreak, tag.range) }
    if hasEmptyClass(tag) { block.add(.classEmpty, tag.range) }
    if name == .v || name == .lang {
      if tag.annotation.isEmpty { block.add(.annotationMissing, tag.range) }
      judgeReferences(in: tag.annotation, into: &block)
    } else if !tag.annotation.isEmpty {
      block.add(.tagWords, tag.range)
      // What was swallowed may hold the end tag.
      if lines[tag.annotation].contains(UInt8(ascii: "<")) { return }
    }
    if name == .rt, let ruby = open.lastIndex(where: { $0.name == .ruby }) { open[ruby].hasText = true }
    open.append(Span(name: name, range: tag.range))
  }

  private mutating func close(_ tag: CueText.Tag, into block: inout BlockBuilder) {
    let isBare = tag.classes.isEmpty && tag.annotation.isEmpty && tag.written.upperBound + 1 == tag.range.upperBound
    guard let name = tag.name, isBare, let last = open.last else {
      block.add(.endTagSurplus, tag.range)
      return
    }
    if last.name == name {
      end(open.removeLast(), into: &block)
    } else if last.name == .rt, name == .ruby {
      // The end tag of the last text over a ruby base may be left out.
      _ = open.removeLast()
      end(open.removeLast(), into: &block)
    } else {
      block.add(.endTagSurplus, tag.range)
    }
  }

  private func end(_ span: Span, into block: inout BlockBuilder) {
    if span.name == .ruby, !span.hasText { block.add(.rubyWithoutText, span.range) }
  }

  /// `rt` counts only directly in `ruby`.
  private var isInRuby: Bool { open.last.map { $0.name == .ruby } ?? false }

  /// The end tag of a voice may be left out if the voice is all there is.
  private func mayStayOpen(_ span: Span) -> Bool {
    span.name == .v && span.range.lowerBound == text.lowerBound
  }

  private func hasEmptyClass(_ tag: CueText.Tag) -> Bool {
    var before: UInt8 = 0
    for index in tag.classes {
      if lines[index] == UInt8(ascii: "."), before == UInt8(ascii: ".") { return true }
      before = lines[index]
    }
    return before == UInt8(ascii: ".")
  }

  private func judgeReferences(in annotation: Range<Int>, into block: inout BlockBuilder) {
    guard !annotation.isEmpty, lines.first(in: annotation, where: { $0 == UInt8(ascii: "&") }) != nil else { return }
    CueText.forEachToken(in: lines[annotation].base, annotation, .cue) { token in
      if case .ampersand(let offset) = token { block.add(.ampersand, offset..<(offset + 1)) }
    }
  }

  // MARK: - Times of words

  private mutating func judgeTime(_ tag: CueText.Tag, into block: inout BlockBuilder) {
    // A time has no classes, so its point belongs to it.
    let written = tag.written.lowerBound..<(tag.range.upperBound - 1)
    var scanner = WebVTTTimeScanner(lines, written)
    guard scanner.readTime() == nil, scanner.index == written.upperBound else {
      block.add(tag.name == .time ? .wordTimeMalformed : .tagUnknown, tag.range)
      return
    }
    let time = scanner.milliseconds
    if let last = lastTime, time <= last {
      block.add(.wordTimeOrder, tag.range)
    } else if let times, time <= times.lowerBound || time >= times.upperBound {
      block.add(.wordTimeOutside, tag.range)
    }
    lastTime = max(lastTime ?? 0, time)
  }
}
