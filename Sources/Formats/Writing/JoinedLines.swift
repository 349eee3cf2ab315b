import SourceText
import Transcript

/// What was said, as one text, and where each byte of it stands: a paragraph may go on over several lines.
struct JoinedLines {
  /// UTF-8, decoded.
  private(set) var bytes: [UInt8] = []
  /// Where each byte begins, in bytes of the text, and behind them where the last one ends.
  private var places: [Int] = []
  /// The bytes that stand for an end of line.
  private var lineEnds: Set<Int> = []

  /// - Parameter range: in bytes of the text.
  init(_ range: Range<Int>, in text: Text) {
    guard text.line(at: range.lowerBound) < text.line(at: range.upperBound) else {
      (bytes, places) = (Array(text.bytes[range]), Array(range.lowerBound...range.upperBound))
      return
    }
    var (bytes, places, lineEnds): ([UInt8], [Int], Set<Int>) = ([], [], [])
    text.bytes.withUnsafeBufferPointer { source in
      Scalar.forEachRun(in: source, range, .wrapped) { run in
        switch run {
        case .literal(let literal):
          bytes += source[literal]
          places += literal
        case .decoded(let decoded, let lineEnd):
          lineEnds.insert(bytes.count)
          bytes += decoded
          places += decoded.map { _ in lineEnd.lowerBound }
        }
      }
    }
    (self.bytes, self.places, self.lineEnds) = (bytes, places + [range.upperBound], lineEnds)
  }

  /// Where a stretch stands, in bytes of the text; nil for one that is not there. Where all of a line goes, its end goes, too,
  /// since a blank line would end the paragraph.
  func source(of range: Range<Int>, goes: Bool) -> Range<Int>? {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    let isLine = goes && lineEnds.contains(range.lowerBound - 1) && lineEnds.contains(range.upperBound)
    return places[range.lowerBound]..<places[range.upperBound + (isLine ? 1 : 0)]
  }
}
