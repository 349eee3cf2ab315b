import SourceText
import Transcript

/// The tokens of one block, in order and without overlaps.
///
/// - Parameter uncertain: the uncertain passages in the block, in bytes of the text.
public func tokens(_ reading: Reading, of block: Int, uncertain: some Sequence<Range<Int>>) -> [Token] {
  let doubts = uncertain.map { Token(range: $0, kind: .uncertain) }
  var found = doubts
  func add(_ token: Token) {
    if !token.range.isEmpty, !doubts.contains(where: { $0.range.overlaps(token.range) }) { found.append(token) }
  }
  let kind = reading.kind(of: block)
  let speaker = reading.speaker(of: block)
  var isFirstLabel = true
  for part in reading.blocks.parts(of: block) where part.length > 0 {
    let range = reading.range(of: part, in: block)
    switch part.kind {
    case .key: add(Token(range: range, kind: .key))
    case .comment: add(Token(range: range, kind: .note))
    case .title where kind == .header: add(Token(range: range, kind: .header))
    case .start, .end, .seconds, .inlineTime:
      if kind == .segment { add(Token(range: range, kind: .time)) }
    case .speaker where speaker != nil:
      let label = isFirstLabel ? speaker : reading.episode.speakers.id(of: reading.string(of: part, in: block))
      isFirstLabel = false
      add(Token(range: range, kind: .speaker, speaker: label))
    case .words where kind == .segment:
      for note in notes(reading.text.bytes, in: range) { add(Token(range: note, kind: .note)) }
    default: break
    }
  }
  guard !found.isEmpty else { return [] }
  found.sort { $0.range.lowerBound < $1.range.lowerBound }
  var tokens: [Token] = []
  var end = 0
  for token in found where token.range.lowerBound >= end {
    end = token.range.upperBound
    appendLines(of: token, reading.text, to: &tokens)
  }
  return tokens
}

/// The speakers in the order in which they first speak.
public func speakersInOrder(_ reading: Reading) -> [Speakers.ID] {
  let speakers = reading.episode.speakers
  return speakers.all.filter(speakers.isConfirmed)
    .compactMap { id in reading.segments(of: id).first.map { (id: id, first: $0) } }
    .sorted { $0.first < $1.first }.map(\.id)
}

/// Appends a token, cut at the ends of lines; blanks at the beginning of a further line do not belong to it.
private func appendLines(of token: Token, _ text: Text, to tokens: inout [Token]) {
  guard text.bytes[token.range].contains(where: Ascii.isLineEnd) else { return tokens.append(token) }
  for line in text.line(at: token.range.lowerBound)...text.line(at: token.range.upperBound - 1) {
    let content = text.content(ofLine: line).clamped(to: token.range)
    guard let first = text.bytes[content].firstIndex(where: { !Ascii.isBlank($0) }) else { continue }
    tokens.append(Token(range: first..<content.upperBound, kind: token.kind, speaker: token.speaker))
  }
}

/// The remarks in square brackets among words, such as `[laughs]`; the text of a link is none.
private func notes(_ bytes: [UInt8], in words: Range<Int>) -> [Range<Int>] {
  var notes: [Range<Int>] = []
  var rest = words
  while let open = bytes[rest].firstIndex(of: Ascii.openBracket) {
    rest = (open + 1)..<words.upperBound
    guard let remark = remark(bytes, openedAt: open, before: words.upperBound) else { continue }
    rest = (remark.upperBound + 1)..<words.upperBound
    let hasLetter = bytes[remark].contains { Ascii.isLetter($0) || $0 >= 0x80 }
    if hasLetter { notes.append(open..<(remark.upperBound + 1)) }
  }
  return notes
}
