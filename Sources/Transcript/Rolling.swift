import SourceText

/// Cues that repeat each other so that their lines roll over the screen, as programs write them.
///
/// YouTube's automatic captions have each line in three cues: where its words light up one after the other, in a cue of some
/// milliseconds with nothing but this line, and as the upper line of what follows. WhisperX writes a cue for each word, all of them
/// with the whole sentence. Karaoke by hand has times of words, too, but neither those short cues nor the repetitions.
public struct Rolling: Sendable {
  /// What becomes of a cue if each line stands there once.
  public enum Step: Sendable, Equatable {
    /// It goes: what it says is said beside it.
    case drop
    /// The first bytes of what it says go: they are the line of the cue above.
    case cut(Int)
    /// It lasts until the end of another cue, whose text it has, and loses its tags.
    case extend(to: Int)
  }

  /// By the blocks of the cues, in order.
  public private(set) var steps: [(block: Int, step: Step)] = []
  /// How many cues there are, and how many of them go.
  public private(set) var cues = 0
  public private(set) var dropped = 0

  /// A cue that is shown for less than this, in milliseconds, is a bridge between two others.
  private static let bridge = 100
  /// So many repetitions are no accident.
  private static let fewest = 3

  /// Whether the cues of a text may roll, as far as that can be told without their words.
  public static func isPlausible(_ reading: Reading) -> Bool { Candidates(reading).isPlausible }

  /// The cues of a text with what each of them may be.
  private struct Candidates {
    var segments: [Int] = []
    var kinds: [Kind] = []
    private var counts = (bridges: 0, timed: 0, marked: 0)

    init(_ reading: Reading) {
      for block in reading.blocks.indices where reading.episode.rows[block].end != nil {
        let kind = Kind(reading, block)
        segments.append(block)
        kinds.append(kind)
        switch kind {
        case .bridge: counts.bridges += 1
        case .timed: counts.timed += 1
        case .marked: counts.marked += 1
        case .other: break
        }
      }
    }

    var rolls: Bool { counts.bridges >= Rolling.fewest && counts.timed >= Rolling.fewest }
    var isPlausible: Bool { rolls || counts.marked > Rolling.fewest }
  }

  /// Nil where the cues of a text do not roll.
  public init?(_ reading: Reading) {
    let candidates = Candidates(reading)
    guard candidates.isPlausible else { return nil }
    cues = candidates.segments.count
    if candidates.rolls {
      roll(candidates.segments, candidates.kinds, reading)
    } else {
      highlight(candidates.segments, candidates.kinds, reading)
    }
    dropped = steps.count { $0.step == .drop }
    // Most of the cues must be of this kind.
    guard dropped >= Self.fewest, dropped * 4 >= cues else { return nil }
  }

  private enum Kind {
    case bridge, timed, marked, other

    init(_ reading: Reading, _ block: Int) {
      let row = reading.episode.rows[block]
      let parts = reading.blocks.parts(of: block)
      if parts.contains(where: { $0.kind == .inlineTime }) {
        self = .timed
      } else if let start = row.start, let end = row.end, end > start,
        end.milliseconds - start.milliseconds < Rolling.bridge
      {
        self = .bridge
      } else {
        self = parts.count { $0.kind == .markup } == 2 ? .marked : .other
      }
    }
  }

  /// YouTube: cues with times of words, and bridges between them.
  private mutating func roll(_ segments: [Int], _ kinds: [Kind], _ reading: Reading) {
    var shown = ""
    for (block, kind) in zip(segments, kinds) {
      let text = reading.string(.words, of: block) ?? ""
      if kind == .bridge, !shown.isEmpty, text == shown {
        steps.append((block, .drop))
        continue
      }
      // The line that was shown alone is now the upper one.
      if !shown.isEmpty, text.hasPrefix(shown), text.utf8.count > shown.utf8.count {
        let next = shown.utf8.count + 1
        steps.append((block, .cut(next)))
        shown = String(text.dropFirst(shown.count + 1))
      } else if !shown.isEmpty, text == shown {
        steps.append((block, .drop))
      } else {
        if kind == .timed { steps.append((block, .cut(0))) }
        shown = text
      }
    }
  }

  /// WhisperX: the same text again and again, with another word marked each time.
  private mutating func highlight(_ segments: [Int], _ kinds: [Kind], _ reading: Reading) {
    var first: (place: Int, text: String)?
    func isSame(_ place: Int) -> Bool {
      guard let first, kinds[place] == .marked || kinds[place] == .other else { return false }
      return reading.string(.words, of: segments[place]) == first.text
    }
    var place = 0
    while place < segments.count {
      guard kinds[place] == .marked else {
        place += 1
        continue
      }
      first = (place, reading.string(.words, of: segments[place]) ?? "")
      var end = place + 1
      while end < segments.count, isSame(end) { end += 1 }
      if end - place > 1 {
        steps.append((segments[place], .extend(to: segments[end - 1])))
        for other in (place + 1)..<end { steps.append((segments[other], .drop)) }
      }
      place = end
    }
  }
}
