import Transcript

/// Another transcript of the episode, reduced to what is compared: which words follow each other, and when.
public struct Sibling: Sendable, Equatable {
  /// From when to when words are spoken, in milliseconds.
  struct Span: Equatable {
    var from: Int
    var to: Int
    static let anywhere = Span(from: .min, to: .max)
  }

  /// The name of the other file, for people.
  public let name: String
  /// When each run of words is spoken; by the numbers of `WordRuns`.
  private var runs: [UInt64: Span] = [:]
  /// The number of runs; equal ones are counted separately.
  private(set) var runCount = 0

  public init(name: String, _ reading: Reading) {
    self.name = name
    let timeline = Timeline(reading)
    var words: [UInt64] = []
    var spans: [Span] = []
    for block in timeline.segments {
      let hashes = SpokenWords(reading, block).hashes
      let from = timeline.start(of: block).map { Int($0.milliseconds) } ?? .min
      let to = timeline.end(of: block).map { Int($0.milliseconds) } ?? .max
      guard !hashes.isEmpty else { continue }
      words += hashes
      // The first words are spoken when the segment begins, the others before it ends.
      let begins = reading.episode.rows[block].start != nil
      spans.append(Span(from: from, to: begins ? from : to))
      spans += Array(repeating: Span(from: from, to: to), count: hashes.count - 1)
    }
    let all = WordRuns.of(words[...])
    runCount = all.count
    runs.reserveCapacity(all.count)
    for (index, run) in all.enumerated() {
      // If a run occurs twice, either of its places may be meant.
      runs[run] = runs[run] == nil ? spans[index] : .anywhere
    }
  }

  /// Whether the other file has these words in a row.
  func has(_ run: UInt64) -> Bool { runs[run] != nil }

  /// By how much a start is later than the words are spoken in the sibling, in milliseconds; negative where it is
  /// earlier. Nil where the sibling lacks the words, has them twice, or has no time for them.
  func distance(of start: Time, at run: UInt64) -> Int? {
    guard let span = runs[run], span.from != .min else { return nil }
    let time = Int(start.milliseconds)
    return time < span.from ? time - span.from : time > span.to ? time - span.to : 0
  }
}

/// Runs of words as numbers. The comparison of two transcripts counts the runs that both have.
enum WordRuns {
  /// How many words make a run.
  static let length = 3

  /// The run that begins at each word, if enough words follow.
  static func of(_ words: ArraySlice<UInt64>) -> [UInt64] {
    guard words.count >= length else { return [] }
    return (words.startIndex...(words.endIndex - length)).map { SpokenWords.hash(of: words[$0..<($0 + length)]) }
  }
}
