import SourceText
import Transcript

/// Divides what is said in paragraphs into other lines, in notations whose paragraphs go on over several lines.
struct ParagraphLines {
  private let notation: Notation
  private let reading: Reading
  private let proof: UnitProof
  /// That of the file, as soon as it was asked for.
  private var width: Int?

  init(_ format: TranscriptFormat, _ notation: Notation, _ reading: Reading) {
    (self.notation, self.reading) = (notation, reading)
    proof = UnitProof(format)
  }

  mutating func edits(to block: Int, _ lines: [(part: Part, lines: TextLines)]) -> [Edit]? {
    guard notation.traits.wraps, reading.kind(of: block) == .segment, lines.count == 1, let (part, lines) = lines.first,
      part.kind == .words
    else { return nil }
    let range = reading.range(of: part, in: block)
    let content = reading.content(of: block)
    let whole = reading.blocks.parts(of: block).filter { $0.kind == .markup || $0.kind == .inlineTime }
    let said = JointedText(
      reading.text, range, .wrapped,
      whole: whole.map { reading.range(of: $0, in: block) }.sorted { $0.lowerBound < $1.lowerBound })
    let before = reading.text.string(content)
    let proof = proof
    var choice = LineChoice(said, in: content, of: reading.text) {
      proof.reads(String(decoding: $0, as: UTF8.self), as: before)
    }
    switch lines {
    case .joined: return choice.edits { $0.joined }
    case .wrapped:
      let width = width ?? usualWidth(around: block)
      self.width = width
      let line = reading.text.content(ofLine: reading.text.line(at: range.lowerBound)).lowerBound
      let column = displayWidth(of: reading.text.bytes[line..<range.lowerBound])
      return choice.edits { $0.filled(width: width, from: column) }
    }
  }

  /// How many segments above and below are looked at.
  private static let reach = 100

  /// That of the lines nearby; where they are not wrapped, the one at which the notation or else most people do.
  private func usualWidth(around block: Int) -> Int {
    var found = WrapWidth()
    for near in max(0, block - Self.reach)..<min(reading.blocks.count, block + Self.reach) {
      guard reading.kind(of: near) == .segment, let words = reading.part(.words, of: near), words.quoting == .wrapped
      else { continue }
      found.note(reading.range(of: words, in: near), in: reading.text)
    }
    return found.columns ?? notation.traits.wrapColumn ?? Self.usual
  }

  private static let usual = 80
}
