import Transcript

/// The numbers of an episode.
public struct Statistics: Sendable, Equatable {
  public struct Stretch: Sendable, Equatable {
    public var start: Time
    public var end: Time

    public var seconds: Double { end.seconds - start.seconds }
  }

  public struct Speaker: Sendable, Equatable {
    /// Nil for segments without a label.
    public var name: String?
    public var words = 0
    public var turns = 0
    /// When the speaker speaks, in order; neighbouring turns are one stretch.
    public var stretches: [Stretch] = []

    /// How long the speaker speaks, as far as the lengths of turns are known.
    public var seconds: Double { stretches.reduce(0) { $0 + $1.seconds } }
  }

  public struct Section: Sendable, Equatable {
    /// Nil for the part above the first header.
    public var title: String?
    /// Nil where nothing in it has a time.
    public var stretch: Stretch?
    public var words: Int
  }

  /// The title of the episode, where its metadata has one.
  public var title: String?
  /// From the first time to the last one, at which the last segment begins. How long that segment lasts is not known.
  public var stretch: Stretch?
  public var segments = 0
  public var turns = 0
  public var words = 0
  /// Words a minute; nil where no time is known.
  public var pace: Double?
  /// Sorted by words, the most talkative speaker first.
  public var speakers: [Speaker] = []
  public var sections: [Section] = []
  /// The longest time between one start and the next.
  public var longestStretch: Stretch?

  init() {}
}

/// Counts what is in a transcript.
public func statistics(_ reading: Reading) -> Statistics {
  let timeline = Timeline(reading)
  var counted = Statistics()
  counted.title = reading.title
  counted.stretch = stretch(timeline.first, timeline.last)
  counted.segments = timeline.segments.count

  var turns: [Turn] = []
  for section in reading.sections() {
    let words = reading.words(in: section.segments)
    let span = timeline.span(of: section)
    counted.sections.append(
      Statistics.Section(title: section.title, stretch: stretch(span?.start, span?.end), words: words))
    counted.words += words
    turns += reading.turns(of: section.segments)
  }
  counted.turns = turns.count

  var places: [Speakers.ID?: Int] = [:]
  var timedWords = 0
  for group in simultaneous(turns, timeline) {
    let words = group.turns.map { reading.words(in: $0.segments) }
    let all = words.reduce(0, +)
    var said = 0
    for (turn, words) in zip(group.turns, words) {
      let place = places[turn.speaker] ?? counted.speakers.count
      if place == counted.speakers.count {
        places[turn.speaker] = place
        counted.speakers.append(Statistics.Speaker(name: turn.speaker.map { reading.episode.speakers.label(of: $0) }))
      }
      // Turns that begin at the same time share its length in proportion to their words, since nothing more is known.
      let part = group.stretch?.part(from: said, to: said + words, of: all)
      counted.speakers[place].add(words, part)
      said += words
    }
    guard let stretch = group.stretch else { continue }
    timedWords += all
    if stretch.seconds > counted.longestStretch?.seconds ?? 0 { counted.longestStretch = stretch }
  }
  counted.speakers.sort { $0.words != $1.words ? $0.words > $1.words : ($0.name ?? "") < ($1.name ?? "") }
  let timed = counted.speakers.reduce(0) { $0 + $1.seconds }
  counted.pace = timed < 60 ? nil : Double(timedWords) / timed * 60
  return counted
}

private func stretch(_ start: Time?, _ end: Time?) -> Statistics.Stretch? {
  guard let start, let end else { return nil }
  return Statistics.Stretch(start: start, end: max(start, end))
}

/// Neighbouring turns that begin at the same time, and their common length; nil if the length is not known.
private func simultaneous(
  _ turns: [Turn], _ timeline: Timeline
) -> [(turns: [Turn], stretch: Statistics.Stretch?)] {
  var groups: [(start: Time?, turns: [Turn])] = []
  for turn in turns {
    let start = timeline.start(of: turn.first)
    if !groups.isEmpty, groups[groups.count - 1].start == start {
      groups[groups.count - 1].turns.append(turn)
    } else {
      groups.append((start, [turn]))
    }
  }
  return groups.indices.map { index in
    guard let start = groups[index].start else { return (groups[index].turns, nil) }
    // One wrong time must not give a speaker an hour. So a turn has no known length if it starts before both starts
    // above it, and it ends at the earlier of the next two starts.
    let above = groups[..<index].suffix(2).compactMap(\.start)
    let isOutOfOrder = !above.isEmpty && above.allSatisfy { start < $0 }
    let end = groups[(index + 1)...].prefix(2).compactMap(\.start).filter { $0 > start }.min()
    return (groups[index].turns, isOutOfOrder || end == nil ? nil : stretch(start, end))
  }
}

extension Statistics.Stretch {
  /// A part of the stretch, in proportion to words.
  fileprivate func part(from: Int, to: Int, of all: Int) -> Statistics.Stretch? {
    guard all > 0 else { return nil }
    func time(_ words: Int) -> Time {
      Time(milliseconds: Int(start.milliseconds) + Int(end.milliseconds - start.milliseconds) * words / all)
    }
    return Statistics.Stretch(start: time(from), end: time(to))
  }
}

extension Statistics.Speaker {
  fileprivate mutating func add(_ words: Int, _ stretch: Statistics.Stretch?) {
    self.words += words
    turns += 1
    guard let stretch, stretch.end > stretch.start else { return }
    if let last = stretches.last, last.end == stretch.start {
      stretches[stretches.count - 1].end = stretch.end
    } else {
      stretches.append(stretch)
    }
  }
}
