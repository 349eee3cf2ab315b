import SourceText
import Transcript

/// A stray label, and the segments that belong to it.
struct Stray {
  var label: StrayLabel
  /// The segments that contain nothing but the label or time; or a single segment that also contains spoken words.
  var blocks: [Int]
  /// The segments with the words behind it, which have the wrong label, by their blocks.
  var run: [Int] = []
}

extension Reading {
  /// Removes a stray label and gives its speaker and time to the segments behind it.
  func changes(_ stray: Stray) -> [Change] {
    var changes: [Change] = []
    let holdsWords = !stray.label.rest.isEmpty
    if stray.run.isEmpty, !isSaid(by: stray.label.speaker, behind: stray.blocks[0]) { return [] }
    for block in stray.blocks where !holdsWords { changes.append(.remove(block: block)) }
    for block in stray.run {
      if holdsWords, block == stray.blocks[0], let words = string(.words, of: block) {
        changes.append(.setText(block: block, 0..<words.utf8.count, stray.label.rest))
      }
      if let speaker = stray.label.speaker, part(.speaker, of: block) != nil {
        changes.append(.setSpeaker(block: block, speaker))
      }
      if let time = stray.label.time, let range = range(.start, of: block),
        case .time(let stamp) = Timestamp.read(text.bytes[range])
      {
        changes.append(.setStart(block: block, time, like: stamp))
      }
    }
    if let first = stray.run.first, part(.speaker, of: first) == nil { changes += opening(of: stray, at: first) }
    return changes
  }

  /// Whether the next segment already has the right speaker, so that only the stray label has to be removed.
  private func isSaid(by name: String?, behind block: Int) -> Bool {
    name.map { $0 == nextLabel(behind: block) } ?? false
  }

  private func nextLabel(behind block: Int) -> String? {
    guard let next = segment(below: block) else { return nil }
    return episode.rows[next].speaker.map(episode.speakers.label)
  }

  /// Whether the words behind a stray label became the label of the next segment. That segment is then reported by
  /// `speaker-not-a-name`.
  func isMistakenBelow(_ stray: Stray) -> Bool {
    guard stray.run.isEmpty, stray.label.speaker != nil, let last = stray.blocks.last,
      let label = nextLabel(behind: last)
    else { return false }
    return !NameShape(label).isName
  }

  /// The label that stands on a line of its own directly above a segment and is read as spoken words.
  func strayName(above block: Int, _ people: [Settings.Person]) -> (block: Int, speaker: String)? {
    guard let above = segment(above: block),
      let text = string(.words, of: above), let label = StrayLabel(text, isKnown: { isKnownLabel($0, people) }),
      label.time == nil, label.rest.isEmpty
    else { return nil }
    return label.speaker.map { (above, $0) }
  }

  /// Begins a turn at a segment without a label. If the notation needs a time for that, it gets the time of the turn
  /// above.
  private func opening(of stray: Stray, at first: Int) -> [Change] {
    guard let name = stray.label.speaker else { return [] }
    let naming = Change.setSpeaker(block: first, name)
    let above = labelledSegment(above: first)
    let hasStart = range(.start, of: first) != nil
    let times = [stray.label.time, nil, above.flatMap { episode.start(of: $0) }]
    return times.lazy.map { time in
      [naming] + (time.flatMap { hasStart ? nil : [.setStart(block: first, $0)] } ?? [])
    }.first { edits(for: $0) != nil } ?? []
  }
}
