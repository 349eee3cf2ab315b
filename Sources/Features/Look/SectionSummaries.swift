import SourceText
import Transcript

/// What is in each section that has a title: time, length, words, the shares of the speakers, uncertain passages.
///
/// The lines are kept, because to put them into words takes much longer than to add up the numbers. After an edit of
/// words, which is nearly every one, only the section that they stand in is added up again.
public struct SectionSummaries: Sendable {
  public private(set) var all: [SectionSummary] = []
  /// For each of them, its section, and what it says.
  private var sections: [Section] = []
  private var numbers: [SectionNumbers] = []
  /// Whether sections, times or labels may have changed since the last update.
  private var isStale = true
  /// The segments with another number of words.
  private var recounted: Set<Int> = []

  public init() {}

  /// Notes that some blocks were replaced.
  public mutating func note(_ change: Blocks.Change) {
    guard let rewording = change.rewording, recounted.count < Self.mostRecounted else {
      isStale = true
      return
    }
    if !rewording.keepsCount { recounted.insert(rewording.block) }
  }

  /// Beyond that, all are added up again.
  private static let mostRecounted = 100

  /// - Parameter uncertain: the uncertain passages of the text, in order, in bytes.
  public mutating func update(_ reading: Reading, uncertain: [Range<Int>]) {
    let before = numbers
    if isStale {
      let timeline = Timeline(reading)
      sections = reading.sections().filter { $0.header != nil }
      numbers = sections.map { SectionNumbers($0, reading, timeline) }
    }
    for block in recounted where !isStale {
      let behind = sections.partitioningIndex { $0.blocks.lowerBound > block }
      if behind > 0 { numbers[behind - 1].count(sections[behind - 1], reading) }
    }
    (isStale, recounted) = (false, [])
    for index in sections.indices { numbers[index].count(uncertain, in: sections[index], reading) }
    // Sections may be added or go; those above and below say what they said.
    let same = zip(before, numbers).prefix { $0 == $1 }.count
    let shorter = min(before.count, numbers.count) - same
    let sameBelow = zip(before.reversed(), numbers.reversed()).prefix(shorter).prefix { $0 == $1 }.count
    all.replaceSubrange(
      same..<(all.count - sameBelow),
      with: numbers[same..<(numbers.count - sameBelow)].map { SectionSummary(range: 0..<0, text: $0.phrase) })
    for (index, section) in sections.enumerated() {
      guard let header = section.header else { continue }
      let title = reading.range(.title, of: header).flatMap { $0.isEmpty ? nil : $0 }
      all[index].range = title ?? reading.content(of: header)
    }
  }
}

/// What is in each section that has a title.
///
/// - Parameter uncertain: the uncertain passages of the text, in order, in bytes.
public func sectionSummaries(_ reading: Reading, uncertain: [Range<Int>] = []) -> [SectionSummary] {
  var summaries = SectionSummaries()
  summaries.update(reading, uncertain: uncertain)
  return summaries.all
}
