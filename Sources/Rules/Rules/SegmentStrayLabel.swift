import SourceText
import Transcript

extension Rule {
  /// Reports a segment whose text is the name of a speaker or a time: an importer did not recognise the line as the
  /// start of a turn, so the text behind it was given to the previous speaker.
  ///
  /// Left alone: answers that are names. Such an answer has a time of its own; a line that an importer did not
  /// recognise has the time of the previous turn, or none.
  static let segmentStrayLabel = Rule(
    "segment-stray-label", .error, fix: .offered,
    summary: "The text of a segment is the name of a speaker, or a time.",
    why: "Somebody's words are shown, counted and searched as those of somebody else.",
    looks: .atDocument(.counts) { reading, report in
      for chain in reading.strayLabels(report.settings.speakers, reads: { report.readWords(of: $0) }) {
        lazy var changes = chain.flatMap(reading.changes)
        for (number, stray) in chain.enumerated() where !reading.isMistakenBelow(stray) {
          guard let range = reading.place(of: stray) else { continue }
          let related = stray.blocks.dropFirst().compactMap { block in
            reading.range(.words, of: block).map { Finding.Related(range: $0, message: "This belongs to it.") }
          }
          let isNear = number == 0 || chain.count <= longChain
          report(
            range, message(stray), related: related,
            fixes: isNear && !changes.isEmpty ? [Fix(title(chain, at: stray), changes, in: reading)] : [])
        }
      }
    })
}

/// The characters with which a time begins.
private let marks = ByteSet("0123456789([")

/// In a longer chain, only the first label has a fix, because each fix rewrites all turns of the chain.
private let longChain = 50

private func message(_ stray: Stray) -> Message {
  let what =
    switch (stray.label.time, stray.label.speaker) {
    case (nil, let speaker?): "the label of \(speaker)"
    case (_?, let speaker?): "the time and the label of \(speaker)"
    case (_, nil): "a time"
    }
  let follows = stray.run.isEmpty ? "." : "; what follows is given to the wrong turn."
  return "This is \(what), not spoken words\(follows)"
}

private func title(_ chain: [Stray], at stray: Stray) -> String {
  if chain.count > 1 { return "Begin \(chain.count) turns where their labels stand" }
  guard let speaker = stray.label.speaker else { return "Begin what follows at this time" }
  return stray.run.isEmpty ? "Remove the label" : "Give what follows to \(speaker)"
}

extension Reading {
  /// The stray labels, with those of one turn in one list. They must be fixed together, since fixing only some of them
  /// would mix up the speakers.
  ///
  /// - Parameter reads: called for each segment whose words are read.
  fileprivate func strayLabels(_ people: [Settings.Person], reads: (Int) -> Void) -> [[Stray]] {
    // Nearly every segment has a new time or does not begin like a time or a label, so this test is enough for it.
    lazy var known = knownLabels(people)
    lazy var openings = Set(known.compactMap(\.utf8.first))
    lazy var nextStarts = NextStarts(self)
    lazy var longest = known.map { $0.split(separator: " ").count }.max() ?? 1
    var chains: [[Stray]] = []
    var start: Time?
    var speaker: Speakers.ID?
    var index = 0
    while index < episode.rows.count {
      let row = episode.rows[index]
      if row.words > 0, row.start == nil || row.start == start,
        marks.contains(row.opening) || openings.contains(row.opening) && row.words <= longest + 2,
        kind(of: index) == .segment
      {
        let chain = strayLabels(from: index, start, { nextStarts.next(from: $0, otherThan: $1) }, known, reads: reads)
        // If the answer to a question is a name, it has another speaker than the question, and no text follows it.
        let continues = row.speaker == nil || row.speaker == speaker
        if let last = chain.last, continues || row.start != nil && !last.run.isEmpty {
          chains.append(chain)
          index = max(last.blocks.last ?? index, last.run.last ?? index)
        }
      }
      start = episode.rows[index].start ?? start
      speaker = episode.rows[index].speaker ?? speaker
      index += 1
    }
    return chains
  }

  /// The range of the time and the label, without the spoken words that follow in the same text.
  fileprivate func place(of stray: Stray) -> Range<Int>? {
    guard let range = range(.words, of: stray.blocks[0]) else { return nil }
    let label = stray.label
    guard !label.rest.isEmpty else { return range }
    let bytes = text.bytes[range]
    if let speaker = label.speaker {
      return bytes.firstRange(of: Array(speaker.utf8)).map { range.lowerBound..<$0.upperBound }
    }
    return range.lowerBound..<(bytes.firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "\\") } ?? range.upperBound)
  }

  /// Whether a text is a name that is a label in the transcript, or a person in the configuration.
  func isKnownLabel(_ text: String, _ people: [Settings.Person]) -> Bool {
    if let speaker = episode.speakers.id(of: text), episode.speakers.isConfirmed(speaker), NameShape(text).isName {
      return true
    }
    return people.contains { $0.name == text || $0.aliases.contains(text) }
  }

  /// All possible labels: those of the transcript that are names, and the people in the configuration.
  private func knownLabels(_ people: [Settings.Person]) -> Set<String> {
    let labels = episode.speakers.all.filter(episode.speakers.isConfirmed).map(episode.speakers.label)
    return Set(labels.filter { NameShape($0).isName } + people.flatMap { [$0.name] + $0.aliases })
  }

  /// The stray labels in the rest of a turn, each with the words behind it.
  private func strayLabels(
    from first: Int, _ start: Time?, _ next: (Int, Time?) -> Time?, _ known: Set<String>, reads: (Int) -> Void
  ) -> [Stray] {
    var chain: [Stray] = []
    let speaker = episode.rows[first].speaker
    for index in first..<episode.rows.count where kind(of: index) == .segment {
      let row = episode.rows[index]
      guard row.start == nil || row.start == start, row.speaker == nil || row.speaker == speaker else { break }
      reads(index)
      if let label = strayLabel(at: index, start, next, known) {
        if var last = chain.last, last.run.isEmpty, last.label.speaker == nil, label.time == nil,
          label.rest.isEmpty
        {
          last.label.speaker = label.speaker
          last.blocks.append(index)
          chain[chain.count - 1] = last
        } else {
          chain.append(Stray(label: label, blocks: [index], run: label.rest.isEmpty ? [] : [index]))
        }
      } else if chain.isEmpty {
        break
      } else if chain[chain.count - 1].run.isEmpty, let text = string(.words, of: index), isUnderline(text[...]) {
        chain[chain.count - 1].blocks.append(index)
      } else {
        chain[chain.count - 1].run.append(index)
      }
    }
    return chain
  }

  private func strayLabel(
    at index: Int, _ start: Time?, _ next: (Int, Time?) -> Time?, _ known: Set<String>
  ) -> StrayLabel? {
    guard let text = string(.words, of: index), var label = StrayLabel(text, isKnown: known.contains) else {
      return nil
    }
    if let time = label.time {
      // A time that does not lie between this turn and the next was mentioned by a speaker.
      guard let start, start <= time, next(index, start).map({ time <= $0 }) ?? true else {
        if label.speaker == nil { return nil }
        label.time = nil
        return label
      }
    }
    return label
  }
}

/// For each segment of a transcript: the next start.
private struct NextStarts {
  /// By block: the first start from there on, and the first start behind that one that differs from it.
  private var starts: [(first: Time?, other: Time?)]

  init(_ reading: Reading) {
    let rows = reading.episode.rows
    starts = Array(repeating: (nil, nil), count: rows.count + 1)
    for index in rows.indices.reversed() {
      let behind = starts[index + 1]
      starts[index] = behind
      guard let start = rows[index].start, start != behind.first else { continue }
      starts[index] = (start, behind.first)
    }
  }

  /// The first start from a block on that differs from a given one.
  func next(from block: Int, otherThan start: Time?) -> Time? {
    starts[block].first == start ? starts[block].other : starts[block].first
  }
}
