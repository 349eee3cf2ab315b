import SourceText
import Transcript

/// The same episode in another notation, as far as it can be compared: which words follow each other, and when.
public struct Sibling: Sendable, Equatable {
  /// So many words in a row are looked for in the other file.
  static let runLength = 3
  /// In milliseconds: times that differ less are the same, since one notation rounds and another does not.
  static let tolerance = 5000

  /// From when to when words are said, in milliseconds.
  private struct Span: Equatable {
    var from: Int
    var to: Int
    static let anywhere = Span(from: .min, to: .max)
  }

  /// Of the other file, for people.
  public let name: String
  private var runs: [UInt64: Span] = [:]
  /// Whether the two are meant to say the same. Captions with every “uh” in them and an edited page are not: then nothing
  /// is compared.
  private(set) var saysTheSame = false
  /// By how much times are later here than there, in milliseconds; nil where that differs from place to place.
  private(set) var delay: Int?
  /// The first words that both have: there a delay of everything is reported.
  private(set) var firstRun: UInt64?

  /// - Parameters:
  ///   - other: the sibling.
  ///   - reading: the transcript that is judged.
  public init(name: String, _ other: Reading, of reading: Reading) {
    self.name = name
    note(other)
    compare(reading, with: Self(name: name, reading))
  }

  private init(name: String, _ reading: Reading) {
    self.name = name
    note(reading)
  }

  private mutating func note(_ reading: Reading) {
    let timeline = Timeline(reading)
    var hashes: [UInt64] = []
    var spans: [Span] = []
    for block in timeline.segments {
      let words = SpokenWords(reading, block).hashes
      let from = timeline.start(of: block).map { Int($0.milliseconds) } ?? .min
      let to = timeline.end(of: block).map { Int($0.milliseconds) } ?? .max
      hashes += words
      guard !words.isEmpty else { continue }
      // The first words are said when the segment begins, the others by its end.
      let begins = reading.episode.rows[block].start != nil
      spans.append(Span(from: from, to: begins ? from : to))
      spans += Array(repeating: Span(from: from, to: to), count: words.count - 1)
    }
    guard hashes.count >= Self.runLength else { return }
    runs.reserveCapacity(hashes.count)
    for index in 0...(hashes.count - Self.runLength) {
      let run = SpokenWords.hash(of: hashes[index..<(index + Self.runLength)])
      // What is said twice may be at either place.
      runs[run] = runs[run] == nil ? spans[index] : .anywhere
    }
  }

  private mutating func compare(_ reading: Reading, with own: Sibling) {
    guard !runs.isEmpty, !own.runs.isEmpty else { return }
    let shared = runs.keys.count { own.runs[$0] != nil }
    saysTheSame = shared * 10 >= runs.count * 8 && shared * 10 >= own.runs.count * 8
    guard saysTheSame else { return }
    var delays: [Int] = []
    for block in reading.segments() {
      let words = SpokenWords(reading, block).hashes
      guard words.count >= Self.runLength, let start = reading.episode.rows[block].start else { continue }
      let run = SpokenWords.hash(of: words.prefix(Self.runLength))
      guard let delay = distance(of: start, at: run) else { continue }
      if firstRun == nil { firstRun = run }
      delays.append(delay)
    }
    delays.sort()
    guard !delays.isEmpty else { return }
    let median = delays[delays.count / 2]
    let agreeing = delays.count { abs($0 - median) <= Self.tolerance }
    if agreeing * 10 >= delays.count * 8 { delay = abs(median) <= Self.tolerance ? 0 : median }
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
