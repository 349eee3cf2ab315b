import SourceText
import Transcript

/// What is said of a section.
struct SectionNumbers: Sendable, Equatable {
  private struct Share: Sendable, Equatable {
    var label: String
    var words: Int
  }

  private var isEmpty: Bool
  private var start: Time?
  private var end: Time?
  private var words: Int
  /// In the order of first appearance.
  private var shares: [Share]
  private var uncertain = 0

  init(_ section: Section, _ reading: Reading, _ timeline: Timeline) {
    isEmpty = section.segments.isEmpty
    let span = timeline.span(of: section)
    (start, end) = (span?.start, span?.end)
    (words, shares) = (0, [])
    count(section, reading)
  }

  /// Counts the words.
  mutating func count(_ section: Section, _ reading: Reading) {
    let talks = reading.talk(in: section.segments)
    words = talks.reduce(0) { $0 + $1.words }
    shares = talks.compactMap { talk in
      talk.speaker.map { Share(label: reading.episode.speakers.label(of: $0), words: talk.words) }
    }
  }

  /// Counts the uncertain passages.
  ///
  /// - Parameter passages: those of the text, in order, in bytes.
  mutating func count(_ passages: [Range<Int>], in section: Section, _ reading: Reading) {
    uncertain = 0
    guard !passages.isEmpty, let header = section.header, let last = section.segments.last else { return }
    let (start, end) = (reading.blocks.start(of: header), reading.blocks.range(of: last).upperBound)
    let first = passages.partitioningIndex { $0.lowerBound >= start }
    uncertain = passages[first...].partitioningIndex { $0.lowerBound >= end } - first
  }

  /// For people.
  var phrase: String {
    guard !isEmpty else { return "empty" }
    var pieces: [String] = []
    if let start, let end { pieces.append(Features.phrase((start, end))) }
    pieces.append(counted(words, "word"))
    let largest = shares.sorted { $0.words > $1.words }
    var shown = largest.prefix(Self.mostShares).map { "\($0.label) \(percentage($0.words, of: words)) %" }
    if largest.count > Self.mostShares { shown.append("…") }
    if !shown.isEmpty { pieces.append(shown.joined(separator: ", ")) }
    if uncertain > 0 { pieces.append(counted(uncertain, "uncertain passage")) }
    return visible(pieces.joined(separator: " · "))
  }

  /// More speakers make the line too long.
  private static let mostShares = 6
}
