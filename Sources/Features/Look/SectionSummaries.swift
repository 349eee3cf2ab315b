import SourceText
import Transcript

/// What is in each section that has a title: time, length, words, the shares of the speakers, uncertain passages.
///
/// - Parameter uncertain: the uncertain passages of the text, in order, in bytes.
public func sectionSummaries(_ reading: Reading, uncertain: [Range<Int>] = []) -> [SectionSummary] {
  let timeline = Timeline(reading)
  return reading.sections().compactMap { section in
    guard let header = section.header else { return nil }
    let content = reading.content(of: header)
    let title = reading.range(.title, of: header).flatMap { $0.isEmpty ? nil : $0 } ?? content
    guard let last = section.segments.last else { return SectionSummary(range: title, text: "empty") }
    let words = reading.words(in: section.segments)
    var pieces = [timeline.span(of: section).map(phrase), counted(words, "word")].compactMap(\.self)
    let talks = reading.talk(in: section.segments).filter { $0.speaker != nil }.sorted { $0.words > $1.words }
    var shares = talks.prefix(mostShares).map { talk in
      let label = talk.speaker.map(reading.episode.speakers.label) ?? ""
      return "\(label) \(percentage(talk.words, of: words)) %"
    }
    if talks.count > mostShares { shares.append("…") }
    if !shares.isEmpty { pieces.append(shares.joined(separator: ", ")) }
    let end = reading.content(of: last).upperBound
    let first = uncertain.partitioningIndex { $0.lowerBound >= content.lowerBound }
    let behind = uncertain.partitioningIndex { $0.lowerBound >= end }
    if first < behind { pieces.append(counted(behind - first, "uncertain passage")) }
    return SectionSummary(range: title, text: visible(pieces.joined(separator: " · ")))
  }
}

/// More speakers make the line too long.
private let mostShares = 6
