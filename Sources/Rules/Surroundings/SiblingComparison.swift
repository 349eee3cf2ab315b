import Transcript

/// What is said in a transcript, ready to be held against its siblings.
struct SpokenEpisode {
  struct Segment {
    var block: Int
    var words: SpokenWords
    /// Those that begin and end in the segment.
    var runs: [UInt64]
  }

  private(set) var segments: [Segment] = []
  /// All of them, also those that go on into the next segment.
  private(set) var runs: Set<UInt64> = []

  init(_ reading: Reading) {
    var hashes: [UInt64] = []
    for block in reading.segments() {
      let words = SpokenWords(reading, block)
      hashes += words.hashes
      segments.append(Segment(block: block, words: words, runs: WordRuns.of(words.hashes[...])))
    }
    runs = Set(WordRuns.of(hashes[...]))
  }
}

/// What can be said of a transcript and one of its siblings as a whole.
struct SiblingComparison {
  /// In milliseconds: times that differ less are the same, since one notation rounds and another does not.
  static let tolerance = 5000

  let sibling: Sibling
  /// By how much times are later here than there, in milliseconds; nil where that differs from place to place.
  private(set) var delay: Int?
  /// The first words that both have: there a delay of everything is reported.
  private(set) var firstRun: UInt64?

  /// Nil where the two are not meant to say the same. Captions with every “uh” in them and an edited page are not: then
  /// nothing is compared.
  init?(_ sibling: Sibling, _ episode: SpokenEpisode, _ reading: Reading) {
    guard !sibling.runs.isEmpty, !episode.runs.isEmpty else { return nil }
    let shared = episode.runs.count { sibling.has($0) }
    guard shared * 10 >= sibling.runs.count * 8, shared * 10 >= episode.runs.count * 8 else { return nil }
    self.sibling = sibling
    var delays: [Int] = []
    for segment in episode.segments {
      guard let run = segment.runs.first, let start = reading.episode.rows[segment.block].start,
        let delay = sibling.distance(of: start, at: run)
      else { continue }
      if firstRun == nil { firstRun = run }
      delays.append(delay)
    }
    delays.sort()
    guard !delays.isEmpty else { return }
    let median = delays[delays.count / 2]
    let agreeing = delays.count { abs($0 - median) <= Self.tolerance }
    if agreeing * 10 >= delays.count * 8 { delay = abs(median) <= Self.tolerance ? 0 : median }
  }
}
