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
    let bytes = reading.text.bytes
    var end = max(range.lowerBound, min(offset, range.upperBound))
    if end < range.upperBound, bytes[end] > 0x20 {
      while end > range.lowerBound, bytes[end - 1] > 0x20 { end -= 1 }
    }
    while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > range.lowerBound, bytes[end..<range.upperBound].contains(where: { $0 > 0x20 }) else { return nil }
    let before = Array(Scalar.decode(reading.text.string(range.lowerBound..<end), part.quoting).utf8)
    return text.starts(with: before) && before.count < text.count ? before.count : nil
  }
}
