import Features
import SourceText

/// The numbers of several transcripts together.
struct Sum {
  /// Labels with the same spelling are taken for one person.
  struct Speaker {
    var name: String
    var words = 0
    var turns = 0
    var transcripts = 0
  }

  private(set) var transcripts = 0
  /// In seconds.
  private(set) var length = 0.0
  private(set) var segments = 0
  private(set) var turns = 0
  private(set) var words = 0
  /// Sections with a header; the part above the first header is not counted.
  private(set) var sections = 0
  private(set) var uncertain = 0
  private(set) var longestStretch: Statistics.Stretch?
  /// Sorted by words, the most talkative speaker first.
  private(set) var speakers: [Speaker] = []
  private var minutes = 0.0
  private var timedWords = 0.0

  init(_ episodes: [CountedEpisode]) {
    var places: [String: Int] = [:]
    for episode in episodes {
      let counted = episode.statistics
      transcripts += 1
      length += counted.stretch?.seconds ?? 0
      segments += counted.segments
      turns += counted.turns
      words += counted.words
      sections += counted.sections.count { $0.title != nil }
      uncertain += episode.uncertain.count
      if let stretch = counted.longestStretch, stretch.seconds > longestStretch?.seconds ?? 0 {
        longestStretch = stretch
      }
      if let pace = counted.pace {
        let spoken = counted.speakers.reduce(0) { $0 + $1.seconds } / 60
        minutes += spoken
        timedWords += pace * spoken
      }
      for speaker in counted.named {
        let name = speaker.name ?? ""
        let place = places[name] ?? speakers.count
        if place == speakers.count {
          places[name] = place
          speakers.append(Speaker(name: name))
        }
        speakers[place].words += speaker.words
        speakers[place].turns += speaker.turns
        speakers[place].transcripts += 1
      }
    }
    speakers.sort { $0.words != $1.words ? $0.words > $1.words : $0.name < $1.name }
  }

  /// Words a minute; nil if no transcript has a pace.
  var pace: Double? { minutes > 0 ? timedWords / minutes : nil }

  /// The speaker's share of all words, in percent.
  func share(of speaker: Speaker) -> Int { percentage(speaker.words, of: words) }
}
