import Transcript

/// The content of an outline.
struct Contents {
  struct Section {
    /// Nil for the part above the first header.
    var title: String?
    var level: Int
    /// Counted from 1.
    var line: Int
    var start: Time?
    /// Nil where it is not known, as at the end of the transcript.
    var end: Time?
    var segments: Int
    var words: Int
    /// In the order of first appearance.
    var speakers: [String]
  }

  struct Speaker {
    var name: String
    var segments = 0
    var turns = 0
    var words = 0
  }

  var notation: String
  /// The title of the episode.
  var title: String?
  var sections: [Section] = []
  /// In the order of first appearance.
  var speakers: [Speaker] = []
  var segments = 0
  var turns = 0
  var words = 0
  var first: Time?
  var last: Time?

  init(_ reading: Reading, notation: String) {
    self.notation = notation
    title = reading.title
    let timeline = Timeline(reading)
    var places: [String: Int] = [:]
    first = timeline.first
    last = timeline.last
    for section in reading.sections() {
      // A header ends a turn, so the segments and words of speakers are counted section by section.
      let talks = reading.talk(in: section.segments)
      let names = talks.map { talk in talk.speaker.map { reading.episode.speakers.label(of: $0) } }
      let words = talks.reduce(0) { $0 + $1.words }
      let place = section.header ?? section.segments.first ?? 0
      let span = timeline.span(of: section)
      sections.append(
        Section(
          title: section.title, level: section.level,
          line: reading.text.line(at: reading.blocks.start(of: place)) + 1, start: span?.start,
          end: span.flatMap { $0.end > $0.start ? $0.end : nil }, segments: section.segments.count, words: words,
          speakers: names.compactMap { $0 }))
      segments += section.segments.count
      self.words += words
      for (name, talk) in zip(names, talks) { add(talk, name, &places) }
    }
  }

  /// - Parameter places: the index of each speaker in the list.
  private mutating func add(_ talk: Talk, _ name: String?, _ places: inout [String: Int]) {
    turns += talk.turns
    guard let name else { return }
    let index = places[name] ?? speakers.count
    if index == speakers.count {
      speakers.append(Speaker(name: name))
      places[name] = index
    }
    speakers[index].segments += talk.segments
    speakers[index].turns += talk.turns
    speakers[index].words += talk.words
  }
}
