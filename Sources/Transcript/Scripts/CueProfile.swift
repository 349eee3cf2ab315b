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

  /// Numbers of a user's own.
  public init(lines: Int, lineLength: Int, longest: Double? = nil) {
    self.init(name: "\(lines)x\(lineLength)", source: "", lines: lines, lineLength: lineLength, longest: longest)
  }

  private init(
    name: String, source: String, lines: Int?, lineLength: Int?, charactersPerSecond: Double? = nil,
    wordsPerMinute: Double? = nil, shortest: Double? = nil, longest: Double? = nil, gap: Double? = nil,
    mayTouch: Bool = true
  ) {
    (self.name, self.source, self.lines, self.lineLength) = (name, source, lines, lineLength)
    (self.charactersPerSecond, self.wordsPerMinute) = (charactersPerSecond, wordsPerMinute)
    (self.shortest, self.longest, self.gap, self.mayTouch) = (shortest, longest, gap, mayTouch)
  }

  /// The profile with a name, or `2x42`: at most ten lines of at most two hundred characters.
  public init?(_ text: String) {
    if let named = Self.named(text) {
      self = named
      return
    }
    let numbers = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let lines = numbers[0], let length = numbers[1], (1...10).contains(lines),
      (1...200).contains(length)
    else { return nil }
    self.init(lines: lines, lineLength: length)
  }

  /// The profiles that have a name. Each number stands here and nowhere else.
  public static let all = [
    CueProfile(
      name: "netflix",
      source:
        "Netflix, Timed Text Style Guide: General Requirements, and English (USA): reading speed of adult programs",
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
