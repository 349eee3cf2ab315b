import SourceText
import Transcript

/// How much of some lines a notation explains, when they are read in it.
///
/// Many templates fit the same lines: `[time] text` fits each line of `[time] name: text` and takes the names for words. What
/// tells them apart is how much of each unit is found to be something.
struct Coverage {
  let notation: Notation
  /// Segments that have a time or a label.
  private(set) var units = 0
  /// Those that have all that the template asks for.
  private(set) var complete = 0
  /// How many of them have each of these.
  private(set) var times = 0
  private(set) var labels = 0
  private(set) var texts = 0
  private(set) var ends = 0
  /// Stretches that the notation forbids.
  private(set) var faults = 0

  /// - Parameter text: the lines that are weighed.
  init(_ notation: Notation, of text: Text) {
    self.notation = notation
    let reading = Document(text, format: TranscriptFormat(notation)).reading
    var names: [(label: Speakers.ID, range: Range<Int>)] = []
    for block in reading.blocks.indices where reading.kind(of: block) == .segment {
      let row = reading.episode.rows[block]
      let isFaulty = reading.blocks[block].hasFault
      if isFaulty { faults += 1 }
      guard row.start != nil || row.speaker != nil else { continue }
      units += 1
      if row.start != nil { times += 1 }
      if row.end != nil { ends += 1 }
      if let speaker = row.speaker, let range = reading.range(.speaker, of: block) { names.append((speaker, range)) }
      if row.words > 0 { texts += 1 }
      let hasTime = row.start != nil || !notation.needsTime
      let hasLabel = row.speaker != nil || !notation.holds(.speaker) || reading.blocks[block].continuesSpeaker
      if hasTime, hasLabel, row.words > 0, !isFaulty {
        complete += 1
      }
    }
    if areSpeakers(names, reading) { labels = names.count } else if notation.holds(.speaker) { complete = 0 }
  }

  /// The more of it, the better the notation.
  var score: Int { times + ends + labels + texts - faults }

  /// Whether labels come again as those of speakers do, and often enough among the units. Of a few nothing can be told but
  /// whether they look like names.
  private func areSpeakers(_ names: [(label: Speakers.ID, range: Range<Int>)], _ reading: Reading) -> Bool {
    guard names.count * 4 >= units else { return false }
    let recurring = names.count { reading.episode.speakers.count(of: $0.label) > 1 }
    if recurring * 2 >= names.count, names.count >= Self.few { return true }
    guard names.count < Self.few, names.count * 2 >= units else { return false }
    return names.allSatisfy { name in
      let label = reading.text.bytes[name.range]
      guard let first = label.first else { return false }
      let blanks = label.count { $0 == UInt8(ascii: " ") }
      return blanks < 4 && (blanks == 0 || !(0x61...0x7A).contains(first))
    }
  }

  private static let few = 6
}
