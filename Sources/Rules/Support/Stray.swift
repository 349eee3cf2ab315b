import SourceText
import Transcript

/// A stray label and what it stands before.
struct Stray {
  var label: StrayLabel
  /// The segments that hold nothing else, or one that also holds what was said.
  var blocks: [Int]
  /// What was said behind it and has the wrong label, by the blocks.
  var run: [Int] = []
}

extension Reading {
  /// Takes a stray label away and gives what stands behind it its speaker and time.
  func edits(_ stray: Stray) -> [Edit] {
    var edits: [Edit] = []
    let holdsWords = !stray.label.rest.isEmpty
    if stray.run.isEmpty, !isSaid(by: stray.label.speaker, behind: stray.blocks[0]) { return [] }
    for block in stray.blocks where !holdsWords { edits.append(Edit(blocks.range(of: block), "")) }
    for block in stray.run {
      if holdsWords, block == stray.blocks[0], let words = part(.words, of: block) {
        let rest = stray.label.rest
        edits.append(Edit(scalar(words, in: block), words.quoting == .none ? rest : Scalar.encode(rest)))
      }
      if let speaker = stray.label.speaker, let part = part(.speaker, of: block) {
        edits.append(Edit(scalar(part, in: block), part.quoting == .none ? speaker : Scalar.encode(speaker)))
      }
      if let time = stray.label.time, let range = range(.start, of: block),
        case .time(let stamp) = Timestamp.read(text.bytes[range])
      {
        edits += editsToStart(block, stamp.spelling(of: time), time)
      }
    }
    if let first = stray.run.first, part(.speaker, of: first) == nil, let opening = opening(of: stray, at: first) {
      edits.append(opening)
    }
    return edits
  }

  /// Whether the next segment has the right speaker already: then the label is only left over.
  private func isSaid(by name: String?, behind block: Int) -> Bool {
    name.map { $0 == nextLabel(behind: block) } ?? false
  }

  private func nextLabel(behind block: Int) -> String? {
    guard let next = segment(below: block) else { return nil }
    return episode.rows[next].speaker.map(episode.speakers.label)
  }

  /// Whether what was said behind a stray label became the label of the next segment: that is where it is reported, as
  /// `speaker-not-a-name`.
  func isMistakenBelow(_ stray: Stray) -> Bool {
    guard stray.run.isEmpty, stray.label.speaker != nil, let last = stray.blocks.last,
      let label = nextLabel(behind: last)
    else { return false }
    return !NameShape(label).isName
  }

  /// The label that stands on a line of its own, as if it were said, right above a segment.
  func strayName(above block: Int, _ people: [Settings.Person]) -> (block: Int, speaker: String)? {
    guard let above = segment(above: block),
      let text = string(.words, of: above), let label = StrayLabel(text, isKnown: { isKnownLabel($0, people) }),
      label.time == nil, label.rest.isEmpty
    else { return nil }
    return label.speaker.map { (above, $0) }
  }

  /// Opens a turn at a paragraph that has no label, the way the last one above it was opened.
  private func opening(of stray: Stray, at first: Int) -> Edit? {
    guard let name = stray.label.speaker, let words = range(.words, of: first),
      let model = labelledSegment(above: first),
      let label = range(.speaker, of: model), let modelWords = part(.words, of: model), modelWords.quoting == .none
    else { return nil }
    let start = content(of: model).lowerBound
    let end = range(of: modelWords, in: model).lowerBound
    guard start <= label.lowerBound, label.upperBound <= end else { return nil }
    var opening = text.string(start..<label.lowerBound) + name + text.string(label.upperBound..<end)
    if let time = stray.label.time, let written = range(.start, of: model), written.upperBound <= label.lowerBound,
      case .time(let stamp) = Timestamp.read(text.bytes[written])
    {
      opening =
        text.string(start..<written.lowerBound) + stamp.spelling(of: time)
        + text.string(written.upperBound..<label.lowerBound) + name + text.string(label.upperBound..<end)
    }
    return Edit(words.lowerBound..<words.lowerBound, opening)
  }
}
