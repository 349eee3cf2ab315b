import SourceText
import Transcript

extension Rule {
  /// A segment whose text is the name of a speaker or a time: an importer missed a line, and what follows was given to
  /// the speaker before.
  ///
  /// Left alone: answers that are names. They have a time of their own; what an importer missed has that of the turn
  /// before, or none.
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

/// How a time begins.
private let marks = ByteSet("0123456789([")

/// A longer chain is fixed from its first label only: each fix begins all of its turns.
private let longChain = 50

private func message(_ stray: Stray) -> Message {
  let what =
    switch (stray.label.time, stray.label.speaker) {
    case (nil, let speaker?): "the label of \(speaker)"
    case (_?, let speaker?): "the time and the label of \(speaker)"
    case (_, nil): "a time"
    }
  let follows = stray.run.isEmpty ? "." : "; what follows is given to the wrong turn."
  return "This is \(what) and nothing that was said\(follows)"
}

private func title(_ chain: [Stray], at stray: Stray) -> String {
  if chain.count > 1 { return "Begin \(chain.count) turns where their labels stand" }
  guard let speaker = stray.label.speaker else { return "Begin what follows at this time" }
  return stray.run.isEmpty ? "Remove the label" : "Give what follows to \(speaker)"
}

extension Reading {
  /// The stray labels, those of one turn together: who fixes one without the other mixes up the speakers.
  ///
  /// - Parameter reads: is told of each segment whose words are read.
  fileprivate func strayLabels(_ people: [Settings.Person], reads: (Int) -> Void) -> [[Stray]] {
    // Nearly every segment has a time of its own or begins otherwise than a time, and then nothing more is looked at.
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
        // An answer that is a name has another speaker than the question and nothing behind it.
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

  /// The time and the label, without what was said behind them in the same text.
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

  /// Whether a text is the label of somebody in the transcript, and a name, or that of somebody in the configuration.
  func isKnownLabel(_ text: String, _ people: [Settings.Person]) -> Bool {
    if let speaker = episode.speakers.id(of: text), episode.speakers.isConfirmed(speaker), NameShape(text).isName {
      return true
    }
    return people.contains { $0.name == text || $0.aliases.contains(text) }
  }

  /// What may be a label: those of the transcript that are names, and those of the configuration.
  private func knownLabels(_ people: [Settings.Person]) -> Set<String> {
    let labels = episode.speakers.all.filter(episode.speakers.isConfirmed).map(episode.speakers.label)
    return Set(labels.filter { NameShape($0).isName } + people.flatMap { [$0.name] + $0.aliases })
  }

  /// The stray labels in what is left of a turn, with what was said behind each.
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
      // What does not lie between this turn and the next is a time that somebody spoke of.
      guard let start, start <= time, next(index, start).map({ time <= $0 }) ?? true else {
        if label.speaker == nil { return nil }
        label.time = nil
        return label
      }
    }
    return label
  }
}

/// The start that comes next in a transcript, for each of its segments.
private struct NextStarts {
  /// By block: the first start from there on, and the first one behind it that is another.
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

  /// The first start from a block on that differs from one.
  func next(from block: Int, otherThan start: Time?) -> Time? {
    starts[block].first == start ? starts[block].other : starts[block].first
  }
}
