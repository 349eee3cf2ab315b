import SourceText
import Transcript

/// A pair of spellings for a glossary, taken from the place of the caret.
public struct GlossaryPair: Sendable, Equatable {
  public var wrong: String
  public var right: String

  public init(wrong: String, right: String) {
    self.wrong = wrong
    self.right = right
  }
}

/// The pair that a glossary could learn at a place of a transcript.
///
/// If one spelling was just typed over another, the pair consists of these two. Otherwise, if the words at the place
/// have a capital letter, they are taken as the right spelling, and the same letters in other cases as wrong.
///
/// - Parameters:
///   - range: in bytes of the text; an empty one means the word that it touches.
///   - corrected: the range that was just typed, and the text that it replaced.
/// - Returns: nil if there are no words at the place, or nothing can be learned from them.
public func glossaryPair(
  _ reading: Reading, at range: Range<Int>, corrected: (range: Range<Int>, original: [UInt8])? = nil
) -> GlossaryPair? {
  guard let block = reading.blocks.index(at: range.lowerBound),
    let part = reading.blocks.parts(of: block).first(where: { part in
      let place = reading.range(of: part, in: block)
      return [.words, .title].contains(part.kind) && part.quoting != .other && place.lowerBound <= range.lowerBound
        && range.upperBound <= place.upperBound
    })
  else { return nil }
  let spoken = SpokenStretch(
    bytes: reading.text.bytes, bounds: reading.range(of: part, in: block), quoting: part.quoting)
  if let corrected, spoken.bounds.lowerBound <= corrected.range.lowerBound,
    corrected.range.upperBound <= spoken.bounds.upperBound
  {
    return spoken.pair(corrected.range, corrected.original)
  }
  return spoken.pair(range)
}

/// Words of a transcript and where they stand.
private struct SpokenStretch {
  var bytes: [UInt8]
  var bounds: Range<Int>
  var quoting: Quoting

  /// More words are a sentence, not a term.
  private static let mostWords = 5

  func pair(_ range: Range<Int>, _ original: [UInt8]) -> GlossaryPair? {
    let new = bytes[range]
    let whole = words(
      around: range, startsInside: new.first.map(isLetter) == true || original.first.map(isLetter) == true,
      endsInside: new.last.map(isLetter) == true || original.last.map(isLetter) == true)
    let before = bytes[whole.lowerBound..<range.lowerBound] + original + bytes[range.upperBound..<whole.upperBound]
    guard let right = term(bytes[whole]), let wrong = term(before), wrong != right else { return nil }
    return GlossaryPair(wrong: wrong.lowercased() == right.lowercased() ? wrong.lowercased() : wrong, right: right)
  }

  func pair(_ range: Range<Int>) -> GlossaryPair? {
    let whole = words(
      around: range, startsInside: range.isEmpty || isLetter(bytes[range.lowerBound]),
      endsInside: range.isEmpty || isLetter(bytes[range.upperBound - 1]))
    guard let right = term(bytes[whole]), right != right.lowercased() else { return nil }
    // Every sentence begins with a capital letter, so a single word at its beginning counts only if the user selected
    // it.
    let isAsked =
      !range.isEmpty || !beginsSentence(whole.lowerBound) || right.dropFirst().contains(where: \.isUppercase)
    return isAsked ? GlossaryPair(wrong: right.lowercased(), right: right) : nil
  }

  /// The range, extended to whole words.
  ///
  /// - Parameters:
  ///   - startsInside: whether the range begins inside a word, which is then included from its beginning.
  ///   - endsInside: whether the range ends inside a word, which is then included to its end.
  private func words(around range: Range<Int>, startsInside: Bool, endsInside: Bool) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while startsInside, start > bounds.lowerBound, isLetter(bytes[start - 1]) { start -= 1 }
    while endsInside, end < bounds.upperBound, isLetter(bytes[end]) { end += 1 }
    return start..<end
  }

  /// The text as a term for a glossary; nil where it has no letters or too many words.
  private func term(_ bytes: some Collection<UInt8>) -> String? {
    let text = Scalar.decode(String(decoding: bytes, as: UTF8.self), quoting)
    let words = text.split(whereSeparator: \.isWhite)
    guard (1...Self.mostWords).contains(words.count), text.contains(where: \.isLetter),
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r" })
    else { return nil }
    let term = words.joined(separator: " ")
    // Punctuation at the ends does not belong to the term.
    guard let first = term.firstIndex(where: isTerm), let last = term.lastIndex(where: isTerm) else { return nil }
    return String(term[first...last])
  }

  private func isTerm(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "+" || character == "#"
  }

  private func beginsSentence(_ start: Int) -> Bool {
    guard let before = bytes[bounds.lowerBound..<start].last(where: { $0 > 0x20 }) else { return true }
    return ".?!:\"".utf8.contains(before) || before >= 0x80
  }

  /// An apostrophe counts as a letter only inside a word. At the ends of a term it is trimmed like other punctuation.
  private func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
