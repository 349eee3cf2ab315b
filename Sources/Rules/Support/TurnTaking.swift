import Transcript

/// Who speaks when in a conversation, and how much at a time. It is used to guess the speaker of a segment without a
/// label.
///
/// People take turns: the next speaker is hardly the one who is speaking now, and probably not the one who spoke
/// before. Long answers are by guests.
struct TurnTaking {
  private let reading: Reading
  /// By speaker; only speakers whose label is a name.
  private var talk: [Speakers.ID: (segments: Int, words: Int)] = [:]

  /// How many blocks above and below a segment are searched for speakers.
  private static let reach = 60

  init(_ reading: Reading) {
    self.reading = reading
    let speakers = reading.episode.speakers
    for speaker in speakers.all where NameShape(speakers.label(of: speaker)).isName { talk[speaker] = (0, 0) }
    for index in reading.episode.rows.indices {
      guard let speaker = reading.speaker(of: index) else { continue }
      talk[speaker]?.segments += 1
      talk[speaker]?.words += Int(reading.episode.rows[index].words)
    }
  }

  /// The likely speakers of some neighbouring segments, the likeliest first.
  ///
  /// - Parameter words: how many words the segments have.
  func likeliest(from first: Int, to last: Int, words: Int) -> [String] {
    let above = named(reading.episode.rows.indices[..<first].suffix(Self.reach).reversed())
    let below = named(reading.episode.rows.indices[(last + 1)...].prefix(Self.reach))
    var people: [(speaker: Speakers.ID, doubt: Double)] = []
    for speaker in above + below where people.count < 3 && !people.contains(where: { $0.speaker == speaker }) {
      let turn = (speaker == below.first ? 2.0 : 0) + (speaker == above.first ? 1.0 : 0)
      people.append((speaker, turn + doubt(of: speaker, saying: words)))
    }
    // Equal speakers stay in the order in which they were found: sorting three elements keeps it.
    return people.sorted { $0.doubt < $1.doubt }.map { reading.episode.speakers.label(of: $0.speaker) }
  }

  /// The first speakers in some blocks, in order of appearance.
  private func named(_ blocks: some Sequence<Int>) -> [Speakers.ID] {
    var found: [Speakers.ID] = []
    for index in blocks {
      guard let speaker = reading.speaker(of: index), talk[speaker] != nil, !found.contains(speaker) else { continue }
      found.append(speaker)
      if found.count == 3 { break }
    }
    return found
  }

  /// How unusual so many words at a time are for a speaker. Lengths are compared by their ratio: four times as much as
  /// usual is as unusual as a quarter of it.
  private func doubt(of speaker: Speakers.ID, saying words: Int) -> Double {
    guard let talk = talk[speaker], talk.segments > 0 else { return 0 }
    let usual = Double(talk.words) / Double(talk.segments) + 2
    let ratio = (Double(words) + 2) / usual
    // An approximation of the binary logarithm, computed from the exponent and the significand.
    let octaves = Double(ratio.exponent) + ratio.significand - 1
    return octaves * octaves / 4
  }
}
