import SourceText
import Transcript

/// Reads one block of the body (WebVTT, 6.1 "Collect a WebVTT block"): a cue, a comment, a style sheet, a region, or lines that are
/// none of these.
struct WebVTTBlockReader {
  /// Where reading is, before and behind the block.
  private(set) var place: WebVTTPlace

  /// A block that is longer than this, in lines, is read in several: so much is read again at each key.
  private static let mostLines = 64

  init(_ place: WebVTTPlace) { self.place = place }

  mutating func read(_ lines: inout LineCursor, into block: inout BlockBuilder) {
    guard let whole = lines.peek() else { return }
    let line = lines.withoutByteOrderMark(whole)
    if line.isEmpty {
      if !whole.isEmpty { lines.next() }
      lines.skipEmptyLines()
      place.above = .nothing
      return
    }
    if let arrow = lines.arrow(in: line) ?? damagedArrow(in: line, lines) {
      return readCue(&lines, line, arrow, into: &block)
    }
    if place.isCut || place.above == .header { return readRest(&lines, into: &block) }
    // The look at the next line decides what this one is.
    let next = lines.peek(1)
    if let next, let arrow = lines.arrow(in: next) ?? damagedArrow(in: next, lines) {
      noteComment(before: next, line, lines, into: &block)
      lines.next()
      block.add(.id, line)
      return readCue(&lines, next, arrow, into: &block)
    }
    if isComment(line, lines) {
      place.above = .comment
      let end = take(&lines) ?? line.upperBound
      block.add(.comment, line.lowerBound..<end)
      return finish(&lines)
    }
    let isAlone = next.map(\.isEmpty) ?? true
    let keyword: WebVTTPlace.Above? =
      isAlone ? nil : isKeyword(line, "STYLE", lines) ? .style : isKeyword(line, "REGION", lines) ? .region : nil
    if let keyword {
      readSettings(&lines, keyword, into: &block)
    } else {
      readStray(&lines, into: &block)
    }
  }

  // MARK: - Cues

  private mutating func readCue(
    _ lines: inout LineCursor, _ line: Range<Int>, _ arrow: Range<Int>, into block: inout BlockBuilder
  ) {
    let times = WebVTTTimes(lines, line, arrow)
    let isMeant = times.failure == nil || lines.resemblesTime(times.start) || lines.resemblesTime(times.end)
    block.kind = .segment
    var spoken: Range<Int>?
    if isMeant {
      noteAbove(line, into: &block)
      describe(times, lines, into: &block)
      spoken = times.milliseconds
      place.isBelowCue = place.isBelowCue || times.failure == nil
    } else {
      // No times, but words with an arrow among them; what stands above is not to blame.
      block.add(.arrowInText, arrow)
    }
    lines.next()
    place.above = .cue
    let first = isMeant ? lines.position : line.lowerBound
    let end = take(&lines) ?? line.upperBound
    describe(min(first, end)..<end, lines, spoken, into: &block)
    finish(&lines)
  }

  private func describe(_ times: WebVTTTimes, _ lines: LineCursor, into block: inout BlockBuilder) {
    if !times.start.isEmpty { block.add(.start, times.start) }
    if !times.end.isEmpty { block.add(.end, times.end) }
    if let failure = times.failure { block.add(failure.fault, failure.range) }
    let settings = lines.cueTrimmed(times.settings)
    if !settings.isEmpty { block.add(.settings, settings) }
    // What is dropped with the whole cue is not judged.
    guard times.failure == nil else { return }
    for blemish in times.blemishes { block.add(blemish.fault, blemish.range) }
    guard !settings.isEmpty else { return }
    WebVTTSettings.cue(lines).judge(settings, into: &block)
  }

  /// What is said in a cue, from its first line to its last.
  private func describe(
    _ text: Range<Int>, _ lines: LineCursor, _ times: Range<Int>?, into block: inout BlockBuilder
  ) {
    let tokens = CueSpeech(quoting: .cue).describe(text, lines, into: &block)
    guard !tokens.isEmpty else { return }
    var judge = WebVTTCueText(lines, lines.cueTrimmed(text), times)
    judge.judge(tokens, into: &block)
  }

  /// Says what is wrong if a cue begins right below something else.
  private func noteAbove(_ line: Range<Int>, into block: inout BlockBuilder) {
    guard !place.isCut else { return }
    switch place.above {
    case .nothing: break
    case .comment: block.add(.arrowInComment, line)
    case .style, .region: block.add(.arrowInStyle, line)
    case .header, .cue, .stray: block.add(.blankLineMissing, line)
    }
  }

  /// A comment or a style sheet whose second line has an arrow is a cue with the first line as its id.
  private func noteComment(
    before next: Range<Int>, _ line: Range<Int>, _ lines: LineCursor, into block: inout BlockBuilder
  ) {
    if isComment(line, lines) {
      block.add(.arrowInComment, next)
    } else if isKeyword(line, "STYLE", lines) || isKeyword(line, "REGION", lines) {
      block.add(.arrowInStyle, next)
    }
  }

  /// What was meant as the arrow between two times where a block begins: `->`, `- ->`, `—>`, `→`. Players see no times there.
  private func damagedArrow(in line: Range<Int>, _ lines: LineCursor) -> Range<Int>? {
    let times = lines.cueTrimmed(line)
    guard place.above != .header, let first = times.first, Ascii.isDigit(lines[first]) else { return nil }
    let start = times.prefix { !lines.isCueSpace(lines[$0]) && lines[$0] < 0x80 && lines[$0] != UInt8(ascii: "-") }
    guard start.upperBound < times.upperBound else { return nil }
    let arrow = (start.upperBound..<times.upperBound).prefix { isOfArrow(lines[$0]) || lines.isCueSpace(lines[$0]) }
    let rest = arrow.upperBound..<times.upperBound
    let end = rest.prefix { !lines.isCueSpace(lines[$0]) }
    let mark = lines.cueTrimmed(arrow)
    guard !mark.isEmpty, mark.count <= 8, mark.contains(where: { lines[$0] != UInt8(ascii: "-") }) || mark.count > 1,
      lines.resemblesTime(start), lines.resemblesTime(end)
    else { return nil }
    return mark
  }

  /// Dashes, points of arrows, and the bytes of `–`, `—`, `→`, `−`.
  private func isOfArrow(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=") || byte >= 0x80
  }

  // MARK: - What is no cue

  /// `NOTE`, by itself or with a blank and anything behind it (4.1 "WebVTT comment block").
  private func isComment(_ line: Range<Int>, _ lines: LineCursor) -> Bool {
    lines.begins(line, with: "NOTE") && (line.count == 4 || lines.isSpace(lines[line.lowerBound + 4]))
  }

  private func isKeyword(_ line: Range<Int>, _ word: StaticString, _ lines: LineCursor) -> Bool {
    lines.begins(line, with: word) && line.dropFirst(word.utf8CodeUnitCount).allSatisfy { lines.isCueSpace(lines[$0]) }
  }

  /// A style sheet or a region.
  private mutating func readSettings(
    _ lines: inout LineCursor, _ keyword: WebVTTPlace.Above, into block: inout BlockBuilder
  ) {
    guard let line = lines.next() else { return }
    let start = lines.position
    place.above = keyword
    let end = take(&lines) ?? line.upperBound
    let content = min(start, end)..<end
    block.kind = .metadata
    block.add(.mark, line)
    block.add(.settings, content)
    if place.isBelowCue {
      block.add(keyword == .style ? .styleLate : .regionLate, line)
    } else if keyword == .region {
      judgeRegion(content, line, lines, into: &block)
    }
    finish(&lines)
  }

  private func judgeRegion(
    _ content: Range<Int>, _ line: Range<Int>, _ lines: LineCursor, into block: inout BlockBuilder
  ) {
    if let id = WebVTTSettings.region(lines).judge(content, into: &block) {
      block.add(.id, id)
    } else {
      block.add(.regionUnnamed, line)
    }
  }

  /// Lines that belong to nothing: players skip them.
  private mutating func readStray(_ lines: inout LineCursor, into block: inout BlockBuilder) {
    guard let line = lines.peek() else { return }
    place.above = .stray
    let end = take(&lines) ?? line.upperBound
    block.add(.strayText, line.lowerBound..<end)
    finish(&lines)
  }

  /// What goes on from the block above, and the header, of which each line is a block.
  private mutating func readRest(_ lines: inout LineCursor, into block: inout BlockBuilder) {
    guard let line = lines.peek() else { return }
    let above = place.above
    if above == .header {
      lines.next()
      describeHeader(line, lines, into: &block)
      return finish(&lines)
    }
    place.isCut = false
    let last = take(&lines) ?? line.upperBound
    switch above {
    case .cue:
      block.kind = .segment
      block.continuesSpeaker = true
      block.add(.words, lines.cueTrimmed(line.lowerBound..<last), .cue)
    case .comment: block.add(.comment, line.lowerBound..<last)
    case .style, .region:
      block.kind = .metadata
      block.add(.settings, line.lowerBound..<last)
    case .stray, .nothing, .header: break
    }
    finish(&lines)
  }

  /// `Kind: captions`, `Language: en`, and what else programs write below the first line.
  private func describeHeader(_ line: Range<Int>, _ lines: LineCursor, into block: inout BlockBuilder) {
    block.kind = .metadata
    block.add(.headerText, line)
    let value = line.drop { lines[$0] != UInt8(ascii: ":") }
    if let key = lines.key(at: line), key.upperBound == value.lowerBound,
      case let text = lines.trimmed(value.dropFirst()), !text.isEmpty,
      lines[text].allSatisfy({ plainValue.contains($0) })
    {
      block.add(.key, key)
      block.add(.value, text)
    } else {
      block.add(.settings, line)
    }
  }

  // MARK: - Lines

  /// Takes the lines up to the next empty one, or one with an arrow; returns where the last of them ends, nil where there is none.
  @discardableResult
  private mutating func take(_ lines: inout LineCursor) -> Int? {
    var end: Int?
    for _ in 0..<Self.mostLines {
      guard let line = lines.peek() else {
        place.isCut = !lines.isAtEnd
        return end
      }
      if line.isEmpty || lines.arrow(in: line) != nil { return end }
      lines.next()
      end = line.upperBound
    }
    place.isCut = true
    return end
  }

  /// Takes the empty lines behind the block.
  private mutating func finish(_ lines: inout LineCursor) {
    guard let next = lines.peek() else {
      if lines.isAtEnd { place.above = .nothing }
      return
    }
    guard next.isEmpty else { return }
    lines.skipEmptyLines()
    (place.above, place.isCut) = (.nothing, false)
  }
}

private let plainValue = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 _-.")
