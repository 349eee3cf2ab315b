import Transcript

/// The same episode in another file, as far as it can be compared: which words follow each other there, and when.
public struct Sibling: Sendable, Equatable {
  /// From when to when words are said, in milliseconds.
  struct Span: Equatable {
    var from: Int
    var to: Int
    static let anywhere = Span(from: .min, to: .max)
  }

  /// Of the other file, for people.
  public let name: String
  /// When words in a row are said; by `WordRuns`.
  private var runs: [UInt64: Span] = [:]
  /// How many there are, those that are equal counted each.
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
      // The first words are said when the segment begins, the others by its end.
      let begins = reading.episode.rows[block].start != nil
      spans.append(Span(from: from, to: begins ? from : to))
      spans += Array(repeating: Span(from: from, to: to), count: hashes.count - 1)
    }
    let all = WordRuns.of(words[...])
    runCount = all.count
    runs.reserveCapacity(all.count)
    for (index, run) in all.enumerated() {
      // What is said twice may be at either place.
      runs[run] = runs[run] == nil ? spans[index] : .anywhere
    }
  }

  /// Whether the other file has these words in a row.
  func has(_ run: UInt64) -> Bool { runs[run] != nil }

  /// By how much a start is later than the words are said there, in milliseconds; negative where it is earlier. Nil where
  /// the words are not there, or at two places, or without a time.
  func distance(of start: Time, at run: UInt64) -> Int? {
    guard let span = runs[run], span.from != .min else { return nil }
    let time = Int(start.milliseconds)
    return time < span.from ? time - span.from : time > span.to ? time - span.to : 0
  }
}

/// Words in a row as one number each: what two files of one episode have in common.
enum WordRuns {
  /// So many words are one run.
  static let length = 3

  /// The runs that begin at each word, as long as there are enough words behind it.
  static func of(_ words: ArraySlice<UInt64>) -> [UInt64] {
    guard words.count >= length else { return [] }
    return (words.startIndex...(words.endIndex - length)).map { SpokenWords.hash(of: words[$0..<($0 + length)]) }
  }
}
