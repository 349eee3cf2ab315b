import SourceText

/// The text of a cue over its lines: what is said, with tags and character references in it.
///
/// WebVTT has both (4.2.2 "Caption or subtitle cue text", 6.4 "Cue text parsing rules"); SubRip has some tags, and overrides
/// in braces that came from another format.
public enum CueText {
  /// A piece of the text.
  public enum Token {
    case text(Range<Int>)
    /// The end of a line with the blanks around it.
    case lineBreak(Range<Int>)
    case tag(Tag)
    /// A character reference, from `&` to `;`.
    case reference(Range<Int>)
    /// An `&` that begins no character reference.
    case ampersand(Int)
  }

  /// What stands from a `<` to the next `>`, or to the end of the text where there is none.
  public struct Tag {
    public enum Name: UInt8, Sendable {
      case c, i, b, u, ruby, rt, v, lang
      /// Only in SubRip.
      case s, font
      /// A time at which the words behind it begin.
      case time
      /// `{\an8}` and its like in SubRip.
      case override
    }

    /// Nil for a tag that the notation does not know.
    public var name: Name?
    public var isEnd = false
    /// Whether its `>` is there.
    public var isClosed = false
    /// The tag with its marks.
    public var range: Range<Int>
    /// Its name as written, or its time.
    public var written: Range<Int>
    /// The classes with the points before them: `.loud.red`.
    public var classes: Range<Int>
    /// What stands behind name and classes, without the blanks around it: the name of a voice.
    public var annotation: Range<Int>

    /// Whether a reader does not see it. What is no tag of the notation was probably meant to be read, and stays.
    public var isMarkup: Bool { name != nil && isClosed }
  }

  /// Calls `body` for each piece of a text, in order.
  ///
  /// - Parameter source: where the text stands, in bytes of `text`.
  public static func forEachToken(
    in text: UnsafeBufferPointer<UInt8>, _ source: Range<Int>, _ quoting: Quoting, _ body: (Token) -> Void
  ) {
    var start = source.lowerBound
    var index = start
    func endText(at end: Int) {
      if start < end { body(.text(start..<end)) }
    }
    // What divides a text into pieces: marks of tags and references, and ends of lines.
    while let mark = text.first("<", "&", "{", orControl: true, in: index..<source.upperBound) {
      index = mark
      let byte = text[index]
      var end = index + 1
      if byte == UInt8(ascii: "<") {
        let tag = tag(in: text, at: index, before: source.upperBound, quoting)
        // In SubRip, `<` is a mark like others where no tag is meant.
        if quoting == .cue || tag.isMarkup {
          endText(at: index)
          body(.tag(tag))
          (start, end) = (tag.range.upperBound, tag.range.upperBound)
        }
      } else if byte == UInt8(ascii: "&"), quoting == .cue {
        endText(at: index)
        if let reference = reference(in: text, at: index, before: source.upperBound) {
          body(.reference(index..<reference.end))
          end = reference.end
        } else {
          body(.ampersand(index))
        }
        start = end
      } else if byte == UInt8(ascii: "{"), quoting == .subtitle,
        let tag = override(in: text, at: index, before: source.upperBound)
      {
        endText(at: index)
        body(.tag(tag))
        (start, end) = (tag.range.upperBound, tag.range.upperBound)
      } else if Ascii.isLineEnd(byte) {
        var lower = index
        while lower > start, Ascii.isBlank(text[lower - 1]) { lower -= 1 }
        while end < source.upperBound, Ascii.isBlank(text[end]) || Ascii.isLineEnd(text[end]) { end += 1 }
        endText(at: lower)
        body(.lineBreak(lower..<end))
        start = end
      }
      index = end
    }
    endText(at: source.upperBound)
  }

  /// Calls `body` for each run of a text, in order: tags stand for nothing, the end of a line for a blank.
  static func forEachRun(
    in text: UnsafeBufferPointer<UInt8>, _ source: Range<Int>, _ quoting: Quoting, _ body: (Scalar.Run) -> Void
  ) {
    forEachToken(in: text, source, quoting) { token in
      switch token {
      case .text(let range): body(.literal(range))
      case .lineBreak(let range): body(.decoded([0x20], range))
      case .reference(let range):
        let decoded = reference(in: text, at: range.lowerBound, before: range.upperBound)
        body(.decoded(decoded?.bytes ?? [], range))
      case .ampersand(let offset): body(.literal(offset..<(offset + 1)))
      case .tag(let tag): body(tag.isMarkup ? .decoded([], tag.range) : .literal(tag.range))
      }
    }
  }

  /// A piece of a text as it stands in a cue.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      // An arrow would end the text.
      case ">" where escaped.hasSuffix("--"): escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  // MARK: - Tags

  /// The tag that begins at a `<` (WebVTT, 6.4, "WebVTT cue text tokenizer").
  private static func tag(
    in text: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int, _ quoting: Quoting
  ) -> Tag {
    var index = start + 1
    let isEnd = index < limit && text[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    // In SubRip many a `<` is none of a tag, and each of them is looked at.
    let limit = quoting == .subtitle ? min(limit, start + longestSubtitleTag) : limit
    var close = start + 1
    while close < limit, text[close] != UInt8(ascii: ">") { close += 1 }
    let isClosed = close < limit
    let isTime = !isEnd && index < close && Ascii.isDigit(text[index])
    while index < close, !isSpace(text[index]), isTime || text[index] != UInt8(ascii: ".") { index += 1 }
    let written = nameStart..<index
    while index < close, !isSpace(text[index]) { index += 1 }
    let classes = written.upperBound..<index
    var annotation = index..<close
    while let first = annotation.first, isSpace(text[first]) { annotation.removeFirst() }
    while let last = annotation.last, isSpace(text[last]) { annotation.removeLast() }
    return Tag(
      name: name(text[written], quoting), isEnd: isEnd, isClosed: isClosed,
      range: start..<(isClosed ? close + 1 : close),
      written: written, classes: classes, annotation: annotation)
  }

  /// In bytes.
  private static let longestSubtitleTag = 200

  private static func isSpace(_ byte: UInt8) -> Bool {
    Ascii.isBlank(byte) || Ascii.isLineEnd(byte) || byte == 0x0C
  }

  private static func name(_ written: Slice<UnsafeBufferPointer<UInt8>>, _ quoting: Quoting) -> Tag.Name? {
    guard let first = written.first, written.count <= 32 else { return nil }
    // `<3` is no time; `<00:01>` was meant as one.
    if Ascii.isDigit(first) {
      let isTime = quoting == .cue && written.contains(UInt8(ascii: ":"))
      return isTime && written.allSatisfy { Ascii.isDigit($0) || ":.,".utf8.contains($0) } ? .time : nil
    }
    let isSubtitle = quoting == .subtitle
    func says(_ word: StaticString) -> Bool {
      written.count == word.utf8CodeUnitCount
        && zip(written, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)).allSatisfy {
          isSubtitle ? Ascii.lowercased($0) == $1 : $0 == $1
        }
    }
    if says("c") { return .c }
    if says("i") { return .i }
    if says("b") { return .b }
    if says("u") { return .u }
    if says("v") { return .v }
    if isSubtitle { return says("font") ? .font : says("s") ? .s : nil }
    return says("lang") ? .lang : says("ruby") ? .ruby : says("rt") ? .rt : nil
  }

  /// `{\an8}`, `{\i1}`: what renderers of another format do, and others do not show.
  private static func override(in text: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int) -> Tag? {
    guard start + 1 < limit, text[start + 1] == UInt8(ascii: "\\") else { return nil }
    var end = start + 2
    while end < limit, text[end] != UInt8(ascii: "}") {
      if Ascii.isLineEnd(text[end]) || end - start > 200 { return nil }
      end += 1
    }
    guard end < limit else { return nil }
    return Tag(
      name: .override, isClosed: true, range: start..<(end + 1), written: (start + 1)..<end, classes: end..<end,
      annotation: end..<end)
  }

  // MARK: - References

  /// What the reference at an `&` stands for, and where it ends; nil where there is none.
  private static func reference(
    in text: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int
  ) -> (bytes: [UInt8], end: Int)? {
    var end = start + 1
    while end < limit, end - start <= CharacterReference.longest,
      Ascii.isLetter(text[end]) || Ascii.isDigit(text[end]) || text[end] == UInt8(ascii: "#") && end == start + 1
    {
      end += 1
    }
    guard end < limit, text[end] == UInt8(ascii: ";"), end > start + 1 else { return nil }
    return CharacterReference.decoded(text[(start + 1)..<end]).map { ($0, end + 1) }
  }
}
