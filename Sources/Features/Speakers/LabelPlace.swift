import Transcript

/// A label of a speaker where it stands.
struct LabelPlace {
  var block: Int
  var part: Part
  /// Whether it is the label of its segment, and not that of a further voice of a cue.
  var isFirst: Bool
}

/// All labels with a name, in the order of the text.
func labelPlaces(_ reading: Reading, of name: String) -> [LabelPlace] {
  let speaker = reading.episode.speakers.id(of: name)
  // Only cues have several voices, and then any segment may have the label among its words.
  let hasVoices = reading.segments().first.flatMap { reading.part(.words, of: $0)?.quoting.isCue } ?? false
  let blocks = hasVoices ? reading.segments() : speaker.map(reading.segments(of:)) ?? []
  var places: [LabelPlace] = []
  for block in blocks {
    guard let own = reading.speaker(of: block) else { continue }
    var isFirst = true
    for part in reading.blocks.parts(of: block) where part.kind == .speaker && part.length > 0 {
      if isFirst ? own == speaker : reading.string(of: part, in: block) == name {
        places.append(LabelPlace(block: block, part: part, isFirst: isFirst))
      }
      isFirst = false
    }
  }
  return places
}
