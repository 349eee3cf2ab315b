import SourceText
import Transcript

extension Rule {
  /// Reports a labelled segment without a time in a file whose segments have times.
  ///
  /// A paragraph that continues the speaker above it needs no time, with or without a label. If a file names no
  /// speakers and nearly every line has a time, each line needs one.
  static let timeMissing = Rule(
    "time-missing", .warning,
    summary: "A segment has a speaker but no time, although the segments of this file have times.",
    why: "Nobody can jump to the line, and search results cannot point at it.",
    looks: .atDocument(.frame) { reading, report in
      let habits = Habits(reading)
      if habits.timesEachLine { return reportLines(reading, &report) }
      guard habits.timed else { return }
      let rows = reading.episode.rows
      lazy var labels = KnownLabels(reading)
      lazy var people = SamePerson(reading.episode.speakers)
      var current: Speakers.ID?
      // If the label of a turn is lost, the next turn may be by the same speaker or by another one.
      var isKnown = true
      for index in rows.indices {
        guard rows[index].start == nil else {
          (current, isKnown) = (rows[index].speaker, rows[index].speaker != nil)
          continue
        }
        guard reading.kind(of: index) == .segment,
          let label = labels.label(of: index, reading, reads: { report.readWords(of: $0) })
        else { continue }
        defer { (current, isKnown) = (label.speaker, true) }
        guard isKnown, !people.is(label.speaker, current) else { continue }
        // A time that cannot be read is reported by another rule.
        if !reading.hasLostTime(index) { report(label.range, "This turn has no time, and most others have one.") }
      }
    })
}

/// Reports lines of captions without a time.
private func reportLines(_ reading: Reading, _ report: inout Report) {
  for index in reading.episode.rows.indices where reading.episode.rows[index].words > 0 {
    guard reading.episode.rows[index].start == nil, reading.kind(of: index) == .segment, !reading.hasLostTime(index),
      let words = reading.range(.words, of: index)
    else { continue }
    report(words, "This line has no time, and nearly all others have one.")
  }
}

/// Whether two labels name one person. Misspelt labels count as the right one, since another rule reports them.
private struct SamePerson {
  private let speakers: Speakers
  private var names: [Speakers.ID: FoldedName] = [:]

  init(_ speakers: Speakers) {
    self.speakers = speakers
  }

  mutating func `is`(_ id: Speakers.ID, _ other: Speakers.ID?) -> Bool {
    guard let other, id != other else { return id == other }
    return name(id).isSimilar(to: name(other))
  }

  private mutating func name(_ id: Speakers.ID) -> FoldedName {
    let name = names[id] ?? FoldedName(speakers.label(of: id))
    names[id] = name
    return name
  }
}

extension KnownLabels {
  /// The label of a segment without a time. In notations where the time comes first, a label without a time is read as
  /// words.
  ///
  /// - Parameter reads: called with the block if its words are read.
  fileprivate func label(
    of block: Int, _ reading: Reading, reads: (Int) -> Void
  ) -> (speaker: Speakers.ID, range: Range<Int>)? {
    let row = reading.episode.rows[block]
    if let speaker = row.speaker { return reading.range(.speaker, of: block).map { (speaker, $0) } }
    guard mayBegin(with: row.opening), let words = reading.range(.words, of: block) else { return nil }
    reads(block)
    return label(at: words, in: reading.text) { $0.starts(with: ": ".utf8) }
  }
}
