import SourceText
import Transcript

/// What a block has in common with the siblings of its episode, as far as that can be told from the block by itself: it is
/// kept with it, so that after a keystroke nothing else is compared again.
struct ComparedSegment: Sendable {
  /// What is found in one sibling.
  struct Match: Sendable {
    /// How many of the runs are there.
    var shared = 0
    /// Words that are not there in this order, in bytes from the start of the block.
    var missing: [Range<Int>] = []
    /// By how much the segment begins later than there, in milliseconds; nil where that cannot be told.
    var distance: Int?
  }

  /// The words at both ends: of them are made the runs that go on into the next segment.
  let first: [UInt64]
  let last: [UInt64]
  /// How many runs begin and end here.
  let runCount: Int
  let firstRun: UInt64?
  /// One for each sibling.
  let matches: [Match]

  /// Nil where nothing is said.
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

/// The words, by their numbers, that are not found in this order.
///
/// Where one word is another one, just the runs that contain it are missing, so what these have in common is that word;
/// where the sibling has one more, it is the two words around it. At the ends of a segment a word has fewer runs.
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
