import Features
import LSP
import SourceText
import Transcript

/// Turns tokens into the numbers of the protocol. Source: LSP 3.18, `SemanticTokens`.
struct TokenEncoder: Equatable {
  let legend: TokenLegend
  let encoding: PositionEncoding

  /// The numbers of some blocks of one reading, in order.
  struct Run {
    fileprivate let encoder: TokenEncoder
    fileprivate let reading: Reading
    fileprivate let places: [Speakers.ID: Int]
    fileprivate let uncertain: [Range<Int>]
    /// Where the last token began.
    private var last = SourceText.Position(line: 0, column: 0)
    private(set) var data: [UInt32] = []

    fileprivate init(_ encoder: TokenEncoder, _ reading: Reading, _ order: [Speakers.ID], _ uncertain: [Range<Int>]) {
      (self.encoder, self.reading, self.uncertain) = (encoder, reading, uncertain)
      places = Dictionary(uniqueKeysWithValues: zip(order, 0...))
    }

    /// Appends the tokens of a block.
    ///
    /// - Parameter range: in bytes; tokens that do not touch it are left out.
    mutating func append(_ block: Int, within range: Range<Int>? = nil) {
      let bounds = reading.blocks.range(of: block)
      let first = uncertain.partitioningIndex { $0.lowerBound >= bounds.lowerBound }
      let passages = uncertain[first...].prefix { $0.lowerBound < bounds.upperBound }
      for token in tokens(reading, of: block, uncertain: passages) {
        if let range, !token.range.touches(range) { continue }
        let speaker = token.speaker.flatMap { places[$0] }
        guard let numbers = encoder.legend.numbers(of: token.kind, speaker: speaker) else { continue }
        let positions = reading.text.positions(of: token.range, in: encoder.encoding)
        let (start, end) = (positions.lowerBound, positions.upperBound)
        data.append(UInt32(clamping: start.line - last.line))
        data.append(UInt32(clamping: start.line == last.line ? start.column - last.column : start.column))
        data.append(UInt32(clamping: end.column - start.column))
        data.append(numbers.type)
        data.append(numbers.modifiers)
        last = start
      }
    }

    /// Counts on from the last token of a block.
    mutating func skip(_ block: Int) {
      append(block)
      restart()
    }

    /// Drops the numbers; the next token counts from the last one all the same.
    mutating func restart() { data = [] }
  }

  func run(_ reading: Reading, _ order: [Speakers.ID], _ uncertain: [Range<Int>]) -> Run {
    Run(self, reading, order, uncertain)
  }
}
