import SourceText
import Transcript

/// Reads who says what in a cue.
///
/// The words of a cue over all its lines are one part, as they are one text: tags and ends of lines in it are for `CueText` to
/// decode. A cue in which several speak has a label and words for each of them.
struct CueSpeech {
  /// How the text of cues is written.
  let quoting: Quoting

  /// One speaker in a cue.
  private struct Voice {
    var label: CueLabel?
    var words: Range<Int>
  }

  /// Describes the text of a cue in a block.
  ///
  /// - Parameter text: from the beginning of the first line of the text to the end of the last.
  /// - Returns: The tags and the ampersands in it, in order, so that a notation can judge them.
  func describe(_ text: Range<Int>, _ lines: LineCursor, into block: inout BlockBuilder) -> ShortList<CueText.Token> {
    let text = lines.cueTrimmed(text)
    if isData(text, lines) {
      block.add(.words, text, .other)
      return ShortList()
    }
    let tokens = tokens(in: text, lines)
    forEachVoice(in: text, tokens, lines) { describe($0, into: &block) }
    for index in tokens.indices {
      guard case .tag(let tag) = tokens[index], tag.isMarkup else { continue }
      block.add(tag.name == .time ? .inlineTime : .markup, tag.name == .time ? tag.written : tag.range)
    }
    return tokens
  }

  private func describe(_ voice: Voice, into block: inout BlockBuilder) {
    if let label = voice.label {
      if label.outer.lowerBound < label.name.lowerBound {
        block.add(.mark, label.outer.lowerBound..<label.name.lowerBound)
      }
      block.add(.speaker, label.name, label.quoting)
      if label.isDoubtful { block.hasDoubtfulLabel = true }
    }
    block.add(.words, voice.words, quoting)
  }

  /// Whether a cue holds data for a program instead of words, as in a track of metadata.
  private func isData(_ text: Range<Int>, _ lines: LineCursor) -> Bool {
    var rest = text
    if rest.first.map({ lines[$0] == UInt8(ascii: "[") }) ?? false {
      rest = rest.dropFirst().drop { lines.isCueSpace(lines[$0]) }
    }
    guard let open = rest.first, lines[open] == UInt8(ascii: "{") else { return false }
    let inside = rest.dropFirst().drop { lines.isCueSpace(lines[$0]) }
    return inside.first.map { lines[$0] == UInt8(ascii: "\"") || lines[$0] == UInt8(ascii: "}") } ?? true
  }

  /// The tags, ampersands and ends of lines in a text. Most texts have neither.
  private func tokens(in text: Range<Int>, _ lines: LineCursor) -> ShortList<CueText.Token> {
    var tokens = ShortList<CueText.Token>()
    CueText.forEachToken(in: lines[text].base, text, quoting) { token in
      switch token {
      case .tag, .ampersand, .lineBreak: tokens.append(token)
      case .text, .reference: break
      }
    }
    return tokens
  }

  // MARK: - Voices

  /// Calls `body` for each voice, in order.
  private func forEachVoice(
    in text: Range<Int>, _ tokens: ShortList<CueText.Token>, _ lines: LineCursor, _ body: (Voice) -> Void
  ) {
    var hasVoice = false
    var label = firstLabel(of: text, tokens, lines)
    var start = label?.outer.upperBound ?? text.lowerBound
    func endVoice(at end: Int) {
      let words = lines.cueTrimmed(start..<max(start, end))
      // What stands before the first label is said by nobody known; if it is nothing, it is no voice.
      guard label != nil || !words.isEmpty else { return }
      hasVoice = true
      body(Voice(label: label, words: words))
    }
    for index in tokens.indices {
      let next: CueLabel?
      switch tokens[index] {
      case .tag(let tag) where tag.range.lowerBound >= start: next = voice(tag)
      case .lineBreak(let range) where range.upperBound > start:
        next = furtherLabel(in: range.upperBound..<text.upperBound, after: label, lines)
      default: next = nil
      }
      guard let next else { continue }
      endVoice(at: next.outer.lowerBound)
      (label, start) = (next, next.outer.upperBound)
    }
    endVoice(at: closing(tokens, text, from: start) ?? text.upperBound)
    if !hasVoice { body(Voice(label: nil, words: text.lowerBound..<text.lowerBound)) }
  }

  private func firstLabel(of text: Range<Int>, _ tokens: ShortList<CueText.Token>, _ lines: LineCursor) -> CueLabel? {
    if case .tag(let tag) = tokens.first, tag.range.lowerBound == text.lowerBound, let label = voice(tag) {
      return label
    }
    return lines.cueLabel(firstLine(of: text, lines))
  }

  /// `<v Name>`, which may have classes.
  private func voice(_ tag: CueText.Tag) -> CueLabel? {
    guard tag.isMarkup, tag.name == .v, !tag.isEnd, !tag.annotation.isEmpty else { return nil }
    return CueLabel(name: tag.annotation, quoting: quoting, outer: tag.range)
  }

  /// A label at the beginning of a further line: the same kind as the first one, or one that can be nothing else.
  private func furtherLabel(in rest: Range<Int>, after label: CueLabel?, _ lines: LineCursor) -> CueLabel? {
    guard let further = lines.cueLabel(firstLine(of: rest, lines)) else { return nil }
    let isVoice = label.map { $0.quoting != .none } ?? false
    return !isVoice && (!further.isPlain || label != nil) ? further : nil
  }

  private func firstLine(of text: Range<Int>, _ lines: LineCursor) -> Range<Int> {
    let window = text.prefix(CueLabel.longest + 16)
    return window.prefix { !Ascii.isLineEnd(lines[$0]) }
  }

  /// Where `</v>` stands at the very end of the text: it belongs to the voice as its name does.
  private func closing(_ tokens: ShortList<CueText.Token>, _ text: Range<Int>, from start: Int) -> Int? {
    guard case .tag(let tag) = tokens.last, tag.name == .v, tag.isEnd, tag.range.upperBound == text.upperBound,
      tag.range.lowerBound >= start
    else { return nil }
    return tag.range.lowerBound
  }
}
