/// How captions should be, as somebody who publishes them has written it down. Nil where a source names no number.
public struct CueProfile: Sendable, Equatable {
  /// As written in configuration and on the command line.
  public let name: String
  /// Where the numbers come from, for people.
  public let source: String
  /// The most lines of a cue.
  public var lines: Int?
  /// The most characters of a line.
  public var lineLength: Int?
  /// The most characters that are to be read in a second.
  public var charactersPerSecond: Double?
  /// The most words that are to be read in a minute.
  public var wordsPerMinute: Double?
  /// The shortest and the longest time for which a cue is shown, in seconds.
  public var shortest: Double?
  public var longest: Double?
  /// The shortest time between two cues, in seconds.
  public var gap: Double?
  /// Whether a cue may begin where the one before ends, although a gap would have a least length.
  public var mayTouch = true

  /// The profiles that have a name. Each number stands here and nowhere else.
  public static let all = [
    CueProfile(
      name: "netflix",
      source: "Netflix, Timed Text Style Guide: General Requirements, and English (USA): reading speed of adult programs",
      lines: 2, lineLength: 42, charactersPerSecond: 20,
      // Five sixths of a second.
      shortest: 0.833, longest: 7,
      // Two frames of twenty-four in a second.
      gap: 0.083, mayTouch: false),
    CueProfile(
      name: "bbc", source: "BBC, Subtitle Guidelines: line length, lines, target minimum timing, gaps",
      lines: 2, lineLength: 37, wordsPerMinute: 180, gap: 1),
    CueProfile(
      name: "podcasting2", source: "Podcasting 2.0 namespace, transcripts.md: SRT, properties",
      lines: 2, lineLength: 32),
    CueProfile(
      name: "youtube",
      source: "YouTube Help names no numbers; these are the lines that its player shows without breaking them again",
      lines: 2, lineLength: 42),
  ]

  public static func named(_ name: String) -> CueProfile? { all.first { $0.name == name } }
}
