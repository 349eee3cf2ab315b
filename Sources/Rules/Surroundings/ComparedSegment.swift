import SourceText
import Transcript

/// The part of the comparison with the siblings of the episode that depends on one block alone. It is kept with the
/// block, so after a keystroke only the changed block is compared again.
struct ComparedSegment: Sendable {
  /// The comparison with one sibling.
  struct Match: Sendable {
    /// How many of the runs the sibling has.
    var shared = 0
    /// Words that the sibling does not have in this order, in bytes from the start of the block.
    var missing: [Range<Int>] = []
    /// By how much the segment begins later than in the sibling, in milliseconds; nil where that is not known.
    var distance: Int?
  }

  /// The words at both ends, which form runs with the words of the neighbouring segments.
  let first: [UInt64]
  let last: [UInt64]
  /// How many runs begin and end here.
  let runCount: Int
  let firstRun: UInt64?
  /// One for each sibling.
  let matches: [Match]

  /// Nil where there are no words.
  init?(_ reading: Reading, _ block: Int, _ siblings: [Sibling]) {
    let words = SpokenWords(reading, block)
    guard !words.hashes.isEmpty else { return nil }
    let runs = WordRuns.of(words.hashes[...])
    first = Array(words.hashes.prefix(WordRuns.length - 1))
    last = Array(words.hashes.suffix(WordRuns.length - 1))
    runCount = runs.count
    firstRun = runs.first
    let origin = reading.blocks.start(of: block)
    let start = reading.episode.rows[block].start
    matches = siblings.map { sibling in
      let found = runs.map(sibling.has)
      return Match(
        shared: found.count { $0 },
        missing: stretches(without: found).map { stretch in
          let range = words.ranges[stretch.lowerBound].lowerBound..<words.ranges[stretch.upperBound].upperBound
          return range.shifted(by: -origin)
        },
        distance: runs.first.flatMap { run in start.flatMap { sibling.distance(of: $0, at: run) } })
    }
  }
}

/// The words that are not found in this order, by their numbers.
///
/// If one word is replaced, exactly the runs that contain it are missing, so it is the word that all of these share. If
/// the sibling has one word more, the missing runs share the two words around it. Words at the ends of a segment are in
/// fewer runs.
private func stretches(without found: [Bool]) -> [ClosedRange<Int>] {
  var stretches: [ClosedRange<Int>] = []
  var first: Int?
  for index in 0...found.count {
    if index < found.count, !found[index] {
      first = first ?? index
    } else if let begin = first {
      let last = index - 1
      let low = begin == 0 ? 0 : begin + WordRuns.length - 1
      let high = index == found.count ? last + WordRuns.length - 1 : last
      stretches.append(min(low, high)...max(low, high))
      first = nil
    }
  }
  return stretches
}
