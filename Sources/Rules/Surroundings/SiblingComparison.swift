import Transcript

/// The comparison of a transcript with one sibling as a whole.
struct SiblingComparison {
  /// In milliseconds. Times that differ less are equal, since one notation rounds and another does not.
  static let tolerance = 5000

  let sibling: Sibling
  /// The index of the sibling.
  let index: Int
  /// By how much all times are later here than in the sibling, in milliseconds; nil where that differs from place to
  /// place.
  private(set) var delay: Int?
  /// The first words that both have. A delay of the whole transcript is reported there.
  private(set) var firstRun: UInt64?

  /// Nil if the two are not meant to have the same words, as with an edited page and captions with every “uh”. They are
  /// then not compared.
  init?(_ sibling: Sibling, _ index: Int, _ segments: [ComparedSegment]) {
    (self.sibling, self.index) = (sibling, index)
    var (runs, shared) = (0, 0)
    var tail: [UInt64] = []
    for segment in segments {
      let seam = WordRuns.of((tail + segment.first)[...])
      runs += segment.runCount + seam.count
      shared += segment.matches[index].shared + seam.count { sibling.has($0) }
      tail = segment.last.count < WordRuns.length - 1 ? (tail + segment.last).suffix(WordRuns.length - 1) : segment.last
    }
    guard runs > 0, sibling.runCount > 0, shared * 10 >= sibling.runCount * 8, shared * 10 >= runs * 8 else {
      return nil
    }
    let placed = segments.filter { $0.matches[index].distance != nil }
    firstRun = placed.first?.firstRun
    let delays = placed.compactMap { $0.matches[index].distance }.sorted()
    guard !delays.isEmpty else { return }
    let median = delays[delays.count / 2]
    let agreeing = delays.count { abs($0 - median) <= Self.tolerance }
    if agreeing * 10 >= delays.count * 8 { delay = abs(median) <= Self.tolerance ? 0 : median }
  }
}
