import SourceText
import Transcript

/// The sections of a transcript with their turns below them.
///
/// Turns above the first header stand beside the sections. A transcript without headers shows its turns; too many of
/// them are grouped by five minutes. What is uncertain in a turn stands below it.
///
/// - Parameter uncertain: the uncertain passages of the text, in order, in bytes.
public func outline(_ reading: Reading, uncertain: [Range<Int>] = []) -> [OutlineItem] {
  var items: [OutlineItem] = []
  forEachOutlineItem(reading, uncertain: uncertain) { items.append($0) }
  return items
}

/// Passes on the items of the outline one by one. All those of a long text take many times its memory.
///
/// - Parameter uncertain: the uncertain passages of the text, in order, in bytes.
public func forEachOutlineItem(_ reading: Reading, uncertain: [Range<Int>] = [], _ body: (OutlineItem) -> Void) {
  let timeline = Timeline(reading)
  for section in reading.sections() {
    let turns = reading.turns(of: section.segments)
    guard let header = section.header else {
      forEachUntitled(turns, reading, timeline, uncertain, body)
      continue
    }
    let start = reading.content(of: header)
    let end = section.segments.last.map { reading.content(of: $0).upperBound } ?? start.upperBound
    let title = section.title.flatMap { isBlank($0) ? nil : $0 } ?? "(no title)"
    let span = timeline.span(of: section)
    body(
      OutlineItem(
        name: visible(title), detail: span.map(phrase) ?? (section.segments.isEmpty ? "empty" : "no time"),
        kind: .section, range: start.lowerBound..<end,
        selection: reading.range(.title, of: header).flatMap { $0.isEmpty ? nil : $0 } ?? start,
        children: turns.map { item(for: $0, reading, timeline, uncertain) }))
  }
}

/// How many turns are too many for one list without headers, and how many seconds make a group of them.
private let manyTurns = 80
private let stretchLength: Int32 = 300_000

private func forEachUntitled(
  _ turns: [Turn], _ reading: Reading, _ timeline: Timeline, _ uncertain: [Range<Int>], _ body: (OutlineItem) -> Void
) {
  guard turns.count > manyTurns else {
    for turn in turns { body(item(for: turn, reading, timeline, uncertain)) }
    return
  }
  var stretches: [(number: Int32, turns: Range<Int>)] = []
  for (place, turn) in turns.enumerated() {
    let number = turn.start.map { $0.milliseconds / stretchLength } ?? stretches.last?.number ?? 0
    if let last = stretches.last, number <= last.number {
      stretches[stretches.count - 1].turns = last.turns.lowerBound..<(place + 1)
    } else {
      stretches.append((number, place..<(place + 1)))
    }
  }
  for stretch in stretches {
    let from = Time(milliseconds: stretch.number * stretchLength)
    let items = turns[stretch.turns].map { item(for: $0, reading, timeline, uncertain) }
    let words = turns[stretch.turns].reduce(0) { $0 + reading.words(in: $1.segments) }
    body(
      OutlineItem(
        name: "\(from.description) – \(Time(milliseconds: from.milliseconds + stretchLength).description)",
        detail: counted(words, "word"), kind: .stretch,
        range: items[0].range.lowerBound..<items[items.count - 1].range.upperBound, selection: items[0].selection,
        children: items))
  }
}

private func item(
  for turn: Turn, _ reading: Reading, _ timeline: Timeline, _ uncertain: [Range<Int>]
) -> OutlineItem {
  let first = turn.first
  let start = reading.content(of: first)
  let end = reading.content(of: turn.last).upperBound
  return OutlineItem(
    name: visible(name(of: turn, reading)), detail: timeline.span(of: turn.segments).map(phrase) ?? "no time",
    kind: .turn, range: start.lowerBound..<end,
    // A label that is not typed yet stands behind the rest of the turn.
    selection: (beginning(of: first, reading) ?? start.prefix(1)).clamped(to: start),
    children: items(for: uncertain, in: start.lowerBound..<end, reading))
}

private func items(for uncertain: [Range<Int>], in turn: Range<Int>, _ reading: Reading) -> [OutlineItem] {
  let first = uncertain.partitioningIndex { $0.lowerBound >= turn.lowerBound }
  return uncertain[first...].prefix { $0.upperBound <= turn.upperBound }.map { passage in
    OutlineItem(
      name: visible(reading.text.string(passage)), detail: "uncertain", kind: .passage, range: passage,
      selection: passage, children: [])
  }
}

/// The range to select for a turn: the words if they are a value of their own, as in YAML; otherwise the label or the
/// time before them.
private func beginning(of segment: Int, _ reading: Reading) -> Range<Int>? {
  if let words = reading.part(.words, of: segment), words.quoting.isYAML, words.length > 0 {
    return reading.range(of: words, in: segment)
  }
  return reading.range(.speaker, of: segment) ?? reading.range(.start, of: segment)
}

/// The label and the first words, as far as they are visible.
private func name(of turn: Turn, _ reading: Reading) -> String {
  let words = reading.firstWords(of: turn.first, limit: 40)
  let label = turn.speaker.map { reading.episode.speakers.label(of: $0) } ?? ""
  if isBlank(label) { return isBlank(words) ? "(no words)" : words }
  return isBlank(words) ? label : label + ": " + words
}

/// Whether a text has no visible character. A client drops the whole outline for one such name.
private func isBlank(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy {
    $0.isASCII
      ? $0.value <= 0x20 || $0.value == 0x7F
      : $0.properties.isWhitespace || $0.properties.generalCategory == .control
  }
}
