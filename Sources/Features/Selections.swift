import SourceText
import Transcript

/// The ranges that a selection grows through at a place, the smallest first: word, sentence, the words of a paragraph,
/// the paragraph, its turn, the section, the transcript, the text. Each is greater than the one before and holds it.
public func selections(_ reading: Reading, at offset: Int) -> [Range<Int>] {
  let offset = min(max(0, offset), reading.text.count)
  var ranges: [Range<Int>] = []
  func grow(to range: Range<Int>) {
    guard range.touches(offset), !range.isEmpty else { return }
    guard let last = ranges.last else { return ranges.append(range) }
    if range != last, range.lowerBound <= last.lowerBound, last.upperBound <= range.upperBound { ranges.append(range) }
  }
  if let block = reading.blocks.index(at: offset) {
    if let part = part(reading, at: offset, in: block) {
      let range = reading.range(of: part, in: block)
      if let word = word(reading.text.bytes, around: offset, in: range) { grow(to: word) }
      if part.kind == .words { grow(to: sentence(reading.text.bytes, around: offset, in: range)) }
      grow(to: range)
      grow(to: reading.scalar(part, in: block))
    }
    grow(to: reading.content(of: block))
    let kind = reading.kind(of: block)
    if kind == .segment { grow(to: turn(reading, of: block)) }
    if kind == .segment || kind == .header { grow(to: section(reading, of: block)) }
    for range in transcript(reading) { grow(to: range) }
  }
  grow(to: 0..<reading.text.count)
  return ranges
}

/// The smallest part at an offset. The offset behind its last byte counts, too, since a caret stands there.
private func part(_ reading: Reading, at offset: Int, in block: Int) -> Part? {
  // A part may have another meaning in the kind that the block does not have.
  var foreign: Set<Part.Kind> = reading.kind(of: block) == .header ? [.words] : [.title]
  if reading.speaker(of: block) == nil { foreign.insert(.speaker) }
  return reading.blocks.parts(of: block).filter { part in
    let range = reading.range(of: part, in: block)
    let isMeant = !foreign.contains(part.kind)
    return isMeant && part.kind != .fault && !range.isEmpty && range.touches(offset)
  }.min { ($0.length, $0.offset) < ($1.length, $1.offset) }
}

private func word(_ bytes: [UInt8], around offset: Int, in range: Range<Int>) -> Range<Int>? {
  var (start, end) = (offset, offset)
  while start > range.lowerBound, isOfWord(bytes[start - 1]) { start -= 1 }
  while end < range.upperBound, isOfWord(bytes[end]) { end += 1 }
  return start < end ? start..<end : nil
}

private func isOfWord(_ byte: UInt8) -> Bool {
  Ascii.isLetter(byte) || Ascii.isDigit(byte) || byte == UInt8(ascii: "'") || byte >= 0x80
}

/// A sentence ends with a mark that white space follows; the quotes and brackets behind the mark belong to it.
private func sentence(_ bytes: [UInt8], around offset: Int, in words: Range<Int>) -> Range<Int> {
  var (start, end) = (words.lowerBound, words.upperBound)
  var at = offset
  while at > words.lowerBound {
    if at < words.upperBound, bytes[at] > 0x20, endsSentence(bytes, before: at, in: words) {
      start = at
      break
    }
    at -= 1
  }
  at = max(offset, start + 1)
  while at < words.upperBound {
    if bytes[at] <= 0x20, closesSentence(bytes, before: at, in: words) {
      end = at
      break
    }
    at += 1
  }
  return start..<max(start, end)
}

/// Whether the white space before an offset ends a sentence.
private func endsSentence(_ bytes: [UInt8], before offset: Int, in words: Range<Int>) -> Bool {
  var at = offset
  while at > words.lowerBound, bytes[at - 1] <= 0x20 { at -= 1 }
  return at < offset && closesSentence(bytes, before: at, in: words)
}

/// Whether the last visible characters before an offset end a sentence.
private func closesSentence(_ bytes: [UInt8], before offset: Int, in words: Range<Int>) -> Bool {
  var at = offset
  while at > words.lowerBound, closers.contains(bytes[at - 1]) { at -= 1 }
  return at > words.lowerBound && enders.contains(bytes[at - 1])
    || bytes[words.lowerBound..<at].suffix(3).elementsEqual("…".utf8)
}

private let closers = ByteSet("\"')]*_")
private let enders = ByteSet(".?!")

private func turn(_ reading: Reading, of block: Int) -> Range<Int> {
  let turn = segmentsOfTurn(at: block, reading)
  return reading.content(of: turn.first ?? block).lowerBound..<reading.content(of: turn.last ?? block).upperBound
}

private func section(_ reading: Reading, of block: Int) -> Range<Int> {
  let isHeader = { (block: Int) in reading.kind(of: block) == .header }
  let isInside = { (block: Int) in reading.kind(of: block) == .segment || isHeader(block) }
  let header = reading.blocks.indices[...block].last(where: isHeader)
  let first = header ?? reading.segments().first ?? block
  let next = reading.blocks.indices[(block + 1)...].first(where: isHeader) ?? reading.blocks.count
  let last = reading.blocks.indices[first..<next].last(where: isInside) ?? block
  return reading.content(of: first).lowerBound..<reading.content(of: last).upperBound
}

/// The front matter, and everything from the first header or segment to the last.
private func transcript(_ reading: Reading) -> [Range<Int>] {
  func run(_ isInside: (Block.Kind) -> Bool) -> Range<Int>? {
    guard let first = reading.blocks.indices.first(where: { isInside(reading.kind(of: $0)) }),
      let last = reading.blocks.indices.last(where: { isInside(reading.kind(of: $0)) })
    else { return nil }
    return reading.content(of: first).lowerBound..<reading.content(of: last).upperBound
  }
  return [run { $0 == .segment || $0 == .header }, run { $0 == .metadata }].compactMap(\.self)
}
