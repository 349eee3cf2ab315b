import SourceText
import Transcript

/// Where what is said stands in the text of a cue.
struct CueRuns {
  private var runs: [(offset: Int, count: Int, source: Range<Int>, isLiteral: Bool)] = []
  private var count = 0
  private let range: Range<Int>

  /// - Parameter range: the words as they stand, in bytes of the text.
  init(_ text: Text, _ range: Range<Int>, _ quoting: Quoting) {
    self.range = range
    text.bytes.withUnsafeBufferPointer { bytes in
      Scalar.forEachRun(in: bytes, range, quoting) { run in
        switch run {
        case .literal(let source):
          runs.append((count, source.count, source, true))
          count += source.count
        case .decoded(let decoded, let source):
          runs.append((count, decoded.count, source, false))
          count += decoded.count
        }
      }
    }
  }

  /// Where a stretch of the decoded text stands. Nil where a tag stands in the middle of it, unless it is all that is said.
  func source(of stretch: Range<Int>) -> Range<Int>? {
    guard stretch.lowerBound >= 0, stretch.upperBound <= count else { return nil }
    if stretch == 0..<count { return range }
    if stretch.isEmpty { return place(of: stretch.lowerBound).map { $0..<$0 } }
    let touched = runs.filter { $0.offset < stretch.upperBound && $0.offset + $0.count > stretch.lowerBound }
    guard let first = touched.first, let last = touched.last else { return nil }
    let start =
      first.isLiteral ? first.source.lowerBound + max(0, stretch.lowerBound - first.offset) : first.source.lowerBound
    let end =
      last.isLiteral
      ? last.source.lowerBound + min(last.count, stretch.upperBound - last.offset) : last.source.upperBound
    let hasTag = runs.contains { $0.count == 0 && $0.source.lowerBound >= start && $0.source.upperBound <= end }
    return hasTag ? nil : start..<end
  }

  /// Where a place between two bytes of the decoded text is: behind what stands before it.
  func place(of offset: Int) -> Int? {
    guard (0...count).contains(offset) else { return nil }
    if offset == count { return range.upperBound }
    if offset == 0 { return runs.first { $0.count > 0 }?.source.lowerBound ?? range.lowerBound }
    guard let run = runs.last(where: { $0.count > 0 && $0.offset < offset }) else { return range.lowerBound }
    return run.isLiteral
      ? min(run.source.lowerBound + offset - run.offset, run.source.upperBound) : run.source.upperBound
  }
}
