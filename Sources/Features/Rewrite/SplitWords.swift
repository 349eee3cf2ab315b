import SourceText
import Transcript

/// The words of a segment, and the places between two of them.
struct SplitWords {
  private let reading: Reading
  private let part: Part
  /// Where they stand, in bytes of the text.
  let range: Range<Int>
  /// Decoded.
  let text: [UInt8]

  /// Nil if the segment has no words that can be decoded.
  init?(_ reading: Reading, _ segment: Int) {
    guard let part = reading.part(.words, of: segment), part.quoting != .other, part.length > 0 else { return nil }
    (self.reading, self.part) = (reading, part)
    range = reading.range(of: part, in: segment)
    text = Array(reading.string(of: part, in: segment).utf8)
  }

  /// The end of the last word that ends before an offset of the text, in bytes of the decoded words. An offset inside of a
  /// word counts as one before it. Nil if no word stands before it, or none behind it.
  func place(at offset: Int) -> Int? {
    // Between two words may stand escapes, and an escape cannot be cut.
    if part.quoting == .double { return end(ofWordBefore: decoded(offset), in: text[...]) }
    let source = reading.text.bytes[range]
    let offset = max(range.lowerBound, min(offset, range.upperBound))
    guard let end = end(ofWordBefore: offset, in: source) else { return nil }
    let before = Array(Scalar.decode(reading.text.string(range.lowerBound..<end), part.quoting).utf8)
    return text.starts(with: before) && before.count < text.count ? before.count : nil
  }

  /// Whether a word, or a part of one, stands before an offset of the text.
  func hasWord(before offset: Int) -> Bool {
    let end = max(range.lowerBound, min(offset, range.upperBound))
    return reading.text.bytes[range.lowerBound..<end].contains { $0 > 0x20 }
  }

  /// The end of the punctuation behind an offset of the text where a word ends with it; otherwise the offset. Who selects a
  /// word by a double click leaves the comma behind it out.
  func pastPunctuation(_ offset: Int) -> Int {
    guard offset > range.lowerBound, offset < range.upperBound, reading.text.bytes[offset - 1] > 0x20 else {
      return offset
    }
    var end = offset
    for scalar in reading.text.string(offset..<min(range.upperBound, offset + 16)).unicodeScalars {
      if scalar.value <= 0x20 { return end }
      switch scalar.properties.generalCategory {
      case .otherPunctuation, .closePunctuation, .finalPunctuation, .dashPunctuation: end += UTF8.width(scalar)
      default: return offset
      }
    }
    return end == range.upperBound ? end : offset
  }

  private func end(ofWordBefore place: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    var end = place
    if end < bytes.endIndex, bytes[end] > 0x20 {
      while end > bytes.startIndex, bytes[end - 1] > 0x20 { end -= 1 }
    }
    while end > bytes.startIndex, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > bytes.startIndex, bytes[end...].contains(where: { $0 > 0x20 }) else { return nil }
    return end
  }

  /// An offset of the text in bytes of the decoded words; inside of an escape, the one before it.
  private func decoded(_ offset: Int) -> Int {
    var count = 0
    reading.text.bytes.withUnsafeBufferPointer { bytes in
      Scalar.forEachRun(in: bytes, range, part.quoting) { run in
        switch run {
        case .literal(let literal): count += max(0, min(offset, literal.upperBound) - literal.lowerBound)
        case .decoded(let decoded, let escape): if escape.upperBound <= offset { count += decoded.count }
        }
      }
    }
    return min(count, text.count)
  }
}
