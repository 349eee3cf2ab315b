import Transcript

/// Who speaks when in a conversation, and how much at a time: for a guess at who said what has no label.
///
/// People take turns: who speaks next does not speak now, nor, less surely, who spoke last. And long answers are the guest's.
struct TurnTaking {
  private let reading: Reading
  /// By speaker; only those whose label is a name.
  private var talk: [Speakers.ID: (segments: Int, words: Int)] = [:]

  /// How far above and below a segment people are looked for, in blocks.
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

  /// Who may have said some neighbouring segments, the likeliest first.
  ///
  /// - Parameter words: how many words were said.
  func likeliest(from first: Int, to last: Int, words: Int) -> [String] {
    let above = named(reading.episode.rows.indices[..<first].suffix(Self.reach).reversed())
    let below = named(reading.episode.rows.indices[(last + 1)...].prefix(Self.reach))
    var people: [(speaker: Speakers.ID, doubt: Double)] = []
    for speaker in above + below where people.count < 3 && !people.contains(where: { $0.speaker == speaker }) {
      let turn = (speaker == below.first ? 2.0 : 0) + (speaker == above.first ? 1.0 : 0)
      people.append((speaker, turn + doubt(of: speaker, saying: words)))
    }
    // In the order in which they were met where nothing tells: a sort of three keeps it.
    return people.sorted { $0.doubt < $1.doubt }.map { reading.episode.speakers.label(of: $0.speaker) }
  }

  /// Those who speak in some blocks, in order of appearance.
  private func named(_ blocks: some Sequence<Int>) -> [Speakers.ID] {
    var found: [Speakers.ID] = []
    for index in blocks {
      guard let speaker = reading.speaker(of: index), talk[speaker] != nil, !found.contains(speaker) else { continue }
      found.append(speaker)
      if found.count == 3 { break }
    }
    return found
  }

  /// How unlike somebody it is to say so many words at a time. Lengths are compared by their ratio: to say four times as much
  /// as usual is as odd as to say a quarter.
  private func doubt(of speaker: Speakers.ID, saying words: Int) -> Double {
    guard let talk = talk[speaker], talk.segments > 0 else { return 0 }
    let usual = Double(talk.words) / Double(talk.segments) + 2
    let ratio = (Double(words) + 2) / usual
    // The square of the logarithm to the base of two, nearly, from what the exponent and the rest of a number say.
    let octaves = Double(ratio.exponent) + ratio.significand - 1
    return octaves * octaves / 4
  }
}
