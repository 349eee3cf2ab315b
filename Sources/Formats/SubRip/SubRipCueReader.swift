import SourceText
import Transcript

/// Reads one cue of SubRip.
struct SubRipCueReader {
  private let place: SubRipPlace
  /// From the first byte of the text to behind its last one that is no blank.
  private var text: Range<Int>?
  /// How many lines it has.
  private var count = 0

  /// A longer text is read in several blocks, since a block is read again at each key.
  static let mostLines = 256

  init(_ place: SubRipPlace) { self.place = place }

  mutating func read(_ opening: SubRipOpening, _ lines: inout LineCursor, into block: inout BlockBuilder)
    -> SubRipPlace
  {
    block.kind = .segment
    let first = lines.peek().map { lines.trimmed(lines.withoutByteOrderMark($0)) } ?? 0..<0
    for _ in 0..<opening.count { lines.next() }
    if place.isGlued { block.add(.subRipBlankLineMissing, first) }
    var next = SubRipPlace()
    next.number = describe(opening, lines, into: &block)
    if let blank = opening.blank { block.add(.subRipBlankLineInside, blank) }
    describe(opening.times, lines, into: &block)
    next.isGlued = readText(&lines, into: &block)
    next.isCut = count == Self.mostLines
    describeText(lines, behind: opening.times, into: &block)
    return next
  }

  /// Reads on in a text that is longer than a block.
  mutating func readRest(_ lines: inout LineCursor, into block: inout BlockBuilder) -> SubRipPlace {
    block.kind = .segment
    block.continuesSpeaker = true
    var next = place
    next.isGlued = readText(&lines, into: &block)
    next.isCut = count == Self.mostLines
    if let text { block.add(.words, text, .subtitle) }
    return next
  }

  // MARK: - Number and times

  /// Adds the number, and gives it.
  private func describe(_ opening: SubRipOpening, _ lines: LineCursor, into block: inout BlockBuilder) -> Int {
    let expected = place.number.map { $0 + 1 } ?? 1
    guard let digits = opening.number else {
      let times = opening.times
      let first = times.start?.range.lowerBound ?? times.arrow.lowerBound
      block.add(.subRipNumberMissing, first..<(times.start?.range.upperBound ?? times.arrow.upperBound))
      return expected
    }
    block.add(.id, digits)
    guard lines.isNumber(digits) else {
      block.add(.subRipNumber, digits)
      return expected
    }
    let number = lines.number(in: digits)
    if number != min(expected, SubRipPlace.largest) { block.add(.subRipNumber, digits) }
    return number
  }

  private mutating func describe(_ times: SubRipTimeLine, _ lines: LineCursor, into block: inout BlockBuilder) {
    if let start = times.start { describe(start, .start, into: &block) }
    let bare = lines.trimmed(times.arrow)
    if let fault = times.arrowFault { block.add(fault, bare.isEmpty ? times.arrow : bare) }
    if let end = times.end { describe(end, .end, into: &block) } else { block.add(.subRipEndMissing, bare) }
    if times.start == nil { block.add(.subRipTimeUnreadable, bare) }
    guard !times.rest.isEmpty else { return }
    if lines.areSettings(times.rest) {
      block.add(.settings, times.rest)
      // The coordinates of DVDs belong to SubRip: `X1:100 X2:600 Y1:050 Y2:100`.
      let isOfDisc = lines[times.rest.lowerBound] | 0x20 == UInt8(ascii: "x")
      if !isOfDisc { block.add(.subRipSettings, times.rest) }
    } else {
      block.add(.subRipTextBesideTimes, times.rest)
      text = times.rest
    }
  }

  private func describe(_ moment: SubRipTimeLine.Moment, _ kind: Part.Kind, into block: inout BlockBuilder) {
    // Some of what is a time here is none elsewhere.
    if moment.isTime { block.add(kind, moment.range, .subtitle) }
    if let fault = moment.fault { block.add(fault, moment.range) }
  }

  // MARK: - Text

  /// Takes the lines of the text and the blank lines behind it; returns whether the next cue follows without one.
  private mutating func readText(_ lines: inout LineCursor, into block: inout BlockBuilder) -> Bool {
    while let line = lines.peek() {
      guard lines.isBlank(line) else {
        if SubRipOpening(&lines, isBehindBlank: false) != nil { return true }
        let content = lines.trimmed(line)
        text = (text?.lowerBound ?? content.lowerBound)..<content.upperBound
        lines.next()
        count += 1
        if count == Self.mostLines { return false }
        continue
      }
      var blanks = 1
      var isEmpty = line.isEmpty
      while let next = lines.peek(blanks), lines.isBlank(next) {
        isEmpty = isEmpty || next.isEmpty
        blanks += 1
      }
      let goesOn = lines.peek(blanks) != nil
      let isEnd = !goesOn || SubRipOpening(&lines, at: blanks, isBehindBlank: true) != nil
      let range = line.lowerBound..<(lines.peek(blanks - 1) ?? line).upperBound
      for _ in 0..<blanks { lines.next() }
      if isEnd {
        if goesOn, !isEmpty { block.add(.subRipBlankLineNotEmpty, line) }
        return false
      }
      block.add(.subRipBlankLineInside, range)
    }
    return false
  }

  private func describeText(_ lines: LineCursor, behind times: SubRipTimeLine, into block: inout BlockBuilder) {
    guard let text else {
      let end = max(times.rest.upperBound, times.arrow.upperBound)
      block.continuesSpeaker = true
      block.add(.words, end..<end, .subtitle)
      return
    }
    let label = lines.cueLabel(text.prefix { !Ascii.isLineEnd(lines[$0]) })
    // Players show a label once a turn, so whoever speaks goes on without one.
    block.continuesSpeaker = label == nil
    _ = CueSpeech(quoting: .subtitle).describe(text, lines, into: &block)
    SubRipTags(lines, text).describe(into: &block)
  }
}
