import SourceText
import Transcript

/// The words of a cue as they are written, and where each byte of what is said stands in them.
struct CueSource {
  /// In bytes of the text.
  let range: Range<Int>
  /// What is said, in UTF-8.
  private(set) var said: [UInt8] = []
  private var runs: [(offset: Int, source: Range<Int>, isLiteral: Bool)] = []

  /// The first words of a block; nil where it has none.
  init?(_ reading: Reading, _ block: Int) {
    guard let part = reading.part(.words, of: block) else { return nil }
    range = reading.range(of: part, in: block)
    var said: [UInt8] = []
    var runs: [(offset: Int, source: Range<Int>, isLiteral: Bool)] = []
    let (range, quoting) = (range, part.quoting)
    reading.text.bytes.withUnsafeBufferPointer { bytes in
      guard quoting.isCue else {
        runs.append((0, range, true))
        said += bytes[range]
        return
      }
      Scalar.forEachRun(in: bytes, range, quoting) { run in
        switch run {
        case .literal(let source):
          runs.append((said.count, source, true))
          said += bytes[source]
        case .decoded(let decoded, let source):
          runs.append((said.count, source, false))
          said += decoded
        }
      }
    }
    (self.said, self.runs) = (said, runs)
  }

  /// Where a stretch of what is said stands, in bytes of the text; nil where it is none.
  func source(_ stretch: Range<Int>) -> Range<Int>? {
    guard stretch.lowerBound >= 0, stretch.upperBound <= said.count else { return nil }
    guard !stretch.isEmpty else { return place(stretch.lowerBound).map { $0..<$0 } }
    guard let first = run(at: stretch.lowerBound), let last = run(at: stretch.upperBound - 1) else { return nil }
    let lower = first.isLiteral ? first.source.lowerBound + stretch.lowerBound - first.offset : first.source.lowerBound
    let upper = last.isLiteral ? last.source.lowerBound + stretch.upperBound - last.offset : last.source.upperBound
    return lower..<max(lower, upper)
  }

  private func place(_ offset: Int) -> Int? {
    guard offset < said.count, let run = run(at: offset) else { return offset == said.count ? range.upperBound : nil }
    return run.isLiteral ? run.source.lowerBound + offset - run.offset : run.source.lowerBound
  }

  /// The run that holds a byte; those that say nothing are tags.
  private func run(at offset: Int) -> (offset: Int, source: Range<Int>, isLiteral: Bool)? {
    let index = runs.partitioningIndex { $0.offset > offset } - 1
    return index >= 0 ? runs[index] : nil
  }
}
