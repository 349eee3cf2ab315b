import SourceText
import Transcript

/// The text that is shown for the place under the pointer.
public struct Hover: Sendable, Equatable {
  /// In Markdown; everything from the transcript is escaped.
  public var markdown: String
  /// The same without markup.
  public var plainText: String
  /// The range that it is about, in bytes of the text.
  public var range: Range<Int>
}

/// The hover for the byte at `offset`. The first finder that has an answer wins.
///
/// - Parameter recording: the address of the recording, where the configuration has one.
public func hover(_ reading: Reading, at offset: Int, recording: RecordingAddress? = nil) -> Hover? {
  guard let block = reading.blocks.index(at: offset) else { return nil }
  return hoverHeader(reading, block, offset) ?? hoverTime(reading, block, offset, recording)
    ?? hoverSpeaker(reading, block, offset)
}

/// The lines of a hover, in both forms. The first one is the headline.
private func render(
  _ headline: String, _ lines: [String], link: (text: String, url: String)? = nil, at range: Range<Int>
)
  -> Hover
{
  var markdown = (["**\(escapeMarkdown(headline))**"] + lines.map(escapeMarkdown)).joined(separator: "  \n")
  var plain = ([headline] + lines).map(visible).joined(separator: "\n")
  if let link {
    markdown += "  \n[\(link.text)](\(link.url))"
    plain += "\n\(link.text): \(link.url)"
  }
  return Hover(markdown: markdown, plainText: plain, range: range)
}

/// The part of a kind at an offset.
private func part(_ kind: Part.Kind, _ reading: Reading, _ block: Int, _ offset: Int) -> Range<Int>? {
  reading.range(kind, of: block).flatMap { reading.isAt(offset, $0) ? $0 : nil }
}

private func hoverHeader(_ reading: Reading, _ block: Int, _ offset: Int) -> Hover? {
  guard reading.kind(of: block) == .header, let range = part(.title, reading, block, offset),
    let section = reading.sections().first(where: { $0.header == block })
  else { return nil }
  guard let first = section.segments.first else {
    return render(section.title ?? "", ["This section is empty."], at: range)
  }
  let words = reading.words(in: section.segments)
  var lines: [String] = []
  if let span = Timeline(reading).span(of: section) { lines.append(phrase(span)) }
  let turns = reading.turns(of: section.segments).count
  lines.append("\(counted(words, "word")) in \(counted(turns, "turn"))")
  let shares = reading.talk(in: section.segments).compactMap { talk in
    talk.speaker.map { "\(reading.episode.speakers.label(of: $0)) \(percentage(talk.words, of: words)) %" }
  }
  if !shares.isEmpty { lines.append(shares.joined(separator: ", ")) }
  lines.append("“\(reading.firstWords(of: first, limit: 90))”")
  return render(section.title ?? "", lines, at: range)
}

private func hoverTime(_ reading: Reading, _ block: Int, _ offset: Int, _ address: RecordingAddress?) -> Hover? {
  guard reading.kind(of: block) == .segment, let start = reading.episode.rows[block].start,
    let range = part(.start, reading, block, offset) ?? part(.seconds, reading, block, offset)
  else { return nil }
  let timeline = Timeline(reading)
  var lines: [String] = []
  if let last = timeline.last, last.milliseconds > 0, start <= last {
    lines.append("\(percentage(Int(start.milliseconds), of: Int(last.milliseconds))) % of \(last.description)")
  }
  if let end = timeline.end(of: block) {
    let seconds = end.seconds - start.seconds
    // All segments that share the time share its length.
    let words = reading.words(in: timeline.segments(from: start, to: end))
    lines.append(
      "\(duration(seconds)), \(counted(words, "word")), \(Int(Double(words) / seconds * 60)) words a minute")
  }
  let playback = Playback(reading, address)
  let link = playback.map { (text: $0.phrase(at: start), url: $0.address(at: start)) }
  return render(start.description, lines, link: link, at: range)
}

private func hoverSpeaker(_ reading: Reading, _ block: Int, _ offset: Int) -> Hover? {
  guard let speaker = reading.speaker(of: block), let range = part(.speaker, reading, block, offset) else { return nil }
  let timeline = Timeline(reading)
  let talks = reading.talk(in: timeline.segments[...])
  guard let talk = talks.first(where: { $0.speaker == speaker }) else { return nil }
  let words = talks.reduce(0) { $0 + $1.words }
  var lines = [
    "\(counted(talk.turns, "turn")), \(counted(talk.words, "word")), \(percentage(talk.words, of: words)) % of the talk"
  ]
  if let times = timeline.starts(of: reading.segments(of: speaker)) {
    lines.append("first at \(times.lowerBound.description), last at \(times.upperBound.description)")
  }
  return render(reading.episode.speakers.label(of: speaker), lines, at: range)
}
