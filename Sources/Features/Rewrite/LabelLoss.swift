import Transcript

/// Finds labels that some changes would leave in only one place. Where a label stands before words without a mark of its
/// own, it is told by recurring; the last one would become words.
struct LabelLoss {
  private let reading: Reading
  /// By how much the number of segments with a label changes.
  private var gains: [String: Int] = [:]
  /// The labels that are told by recurring.
  private var doubtful: Set<String> = []

  init(_ reading: Reading, _ changes: [Change]) {
    self.reading = reading
    for change in changes {
      switch change {
      case .setSpeaker(let block, let name):
        lose(block)
        if let name { gains[name, default: 0] += 1 }
      case .join(let block, _): lose(block)
      case .split(_, _, let unit), .insert(.unit(let unit), _):
        if let name = unit.speaker { gains[name, default: 0] += 1 }
      default: break
      }
    }
  }

  private mutating func lose(_ block: Int) {
    guard let speaker = reading.speaker(of: block) else { return }
    let label = reading.episode.speakers.label(of: speaker)
    gains[label, default: 0] -= 1
    if reading.blocks[block].hasDoubtfulLabel { doubtful.insert(label) }
  }

  /// A label that would be left in one place; nil if there is none.
  var label: String? {
    let speakers = reading.episode.speakers
    return doubtful.sorted().first { label in
      guard let speaker = speakers.id(of: label) else { return false }
      return speakers.count(of: speaker) + gains[label, default: 0] == 1
    }
  }
}
