import SourceText
import Transcript

/// A text as it is read, and where each byte of it stands: a paragraph may go on over several lines.
struct DecodedText {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where each byte begins, in bytes of the text, and behind them where the last one ends.
  private var places: [Int] = []
  /// The bytes that stand for an end of line, and what they stand for.
  private var lineEnds: [Int: Range<Int>] = [:]
  /// The bytes that stand for something else: an escape, a character reference.
  private var escapes: Set<Int> = []

  /// - Parameter range: where it stands, in bytes of the text.
  init(_ text: Text, _ range: Range<Int>, _ quoting: Quoting) {
    var (bytes, places): ([UInt8], [Int]) = ([], [])
    var (lineEnds, escapes): ([Int: Range<Int>], Set<Int>) = ([:], [])
    text.bytes.withUnsafeBufferPointer { source in
      Scalar.forEachRun(in: source, range, quoting) { run in
        switch run {
        case .literal(let literal):
          bytes += source[literal]
          places += literal
        case .decoded(let decoded, let written):
          if source[written].contains(where: Ascii.isLineEnd) {
            lineEnds[bytes.count] = written
          } else {
            escapes.formUnion(bytes.count..<(bytes.count + decoded.count))
          }
          bytes += decoded
          places += decoded.map { _ in written.lowerBound }
        }
      }
    }
    (self.bytes, self.places, self.lineEnds, self.escapes) = (bytes, places + [range.upperBound], lineEnds, escapes)
  }

  /// Where a stretch stands, in bytes of the text; nil for one that is not there. Where all of a line goes, its end goes, too,
  /// since a blank line would end the paragraph.
  func source(of range: Range<Int>, goes: Bool) -> Range<Int>? {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    let isLine = goes && lineEnds[range.lowerBound - 1] != nil && lineEnds[range.upperBound] != nil
    return places[range.lowerBound]..<places[range.upperBound + (isLine ? 1 : 0)]
  }

  /// Where a single blank between two words stands in the text, or the end of line in its place; nil for any other byte.
  func joint(at index: Int) -> (range: Range<Int>, isLineEnd: Bool)? {
    guard bytes[index] == 0x20, index > 0, index + 1 < bytes.count, bytes[index - 1] > 0x20, bytes[index + 1] > 0x20,
      !escapes.contains(index)
    else { return nil }
    if let range = lineEnds[index] { return (range, true) }
    return (places[index]..<(places[index] + 1), false)
  }

  /// Whether a line may begin with a byte behind a blank: with a letter, or with a mark before one.
  func mayBeginLine(_ index: Int, _ quoting: Quoting) -> Bool {
    // In Markdown a backslash at the end of a line keeps that end.
    if !quoting.isCue, bytes[index - 2] == UInt8(ascii: "\\") { return false }
    let scalars = String(decoding: bytes[index..<min(index + 8, bytes.count)], as: UTF8.self).unicodeScalars
    guard let first = scalars.first else { return false }
    return Self.opening.contains(first)
      ? scalars.dropFirst().first?.properties.isAlphabetic ?? false
      : first.properties.isAlphabetic
  }

  private static let opening: Set<Unicode.Scalar> = ["\"", "'", "“", "‘", "„", "«", "‹", "¿", "¡"]

  /// Whether a line that begins with a byte has to stay one: with an item of a list, a quotation, a row of a table, or with
  /// what another person says in the same cue; or because of the marks at the end of the line above.
  ///
  /// - Parameter lineEnd: as it stands above.
  func mustBeginLine(_ index: Int, _ quoting: Quoting, _ lineEnd: ArraySlice<UInt8>) -> Bool {
    let rest = bytes[index...]
    if quoting.isCue { return Self.turns.contains { rest.starts(with: $0.utf8) } }
    // Source: CommonMark 0.31, 5.1, 5.2, 5.3, 6.7; tables as GitHub has them.
    if lineEnd.starts(with: "  ".utf8) || bytes[index - 2] == UInt8(ascii: "\\") { return true }
    let word = rest.prefix { $0 > 0x20 }
    switch word.first {
    case UInt8(ascii: ">"), UInt8(ascii: "|"): return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return word.count == 1
    default:
      let digits = word.prefix(while: Ascii.isDigit)
      return (1...9).contains(digits.count) && word.count == digits.count + 1 && ".)".utf8.contains(word.last ?? 0)
    }
  }

  /// What begins the words of each person where a cue has those of two.
  private static let turns = ["-", "–", "—", ">>"]
}
