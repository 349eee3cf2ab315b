import Transcript

/// What becomes of the segments of a transcript that is written in cues, or was.
public struct CueShape: Sendable {
  /// The numbers to keep to; nil where each segment stays as it is.
  public var profile: CueProfile?
  /// A pause as long as this ends a turn, in seconds.
  public var pause: Double

  /// - Parameters:
  ///   - profile: nil for one cue for each segment, and one segment for each cue.
  public init(profile: CueProfile?, pause: Double = 2) {
    (self.profile, self.pause) = (profile, pause)
  }

  /// Two lines of 42 characters.
  public static let usual = CueProfile(lines: 2, lineLength: 42)

  /// What a script has become.
  public struct Shaped: Sendable {
    public var script: Script
    public var losses: [Loss] = []
    /// How many segments were cut into several cues, or end at a time that nobody wrote down.
    public var cuts = 0
    /// How many cues became part of a turn.
    public var joins = 0
  }

  /// The script with cues where the notation that is written has cues, and with turns where it has labels and the script has
  /// cues. Nil where there must be times and are none.
  ///
  /// - Parameters:
  ///   - areCues: whether the segments of the script are cues.
  public func shape(_ script: Script, areCues: Bool, for format: any Format) -> Shaped? {
    var shaped = Shaped(script: script)
    if let format = format as? any CueFormat {
      let cutting = CueCutting(profile ?? .one, showsLabels: format.showsLabels)
      guard let cut = cutting.cut(script, cuts: &shaped.cuts) else { return nil }
      shaped.script = cut
    } else if areCues, profile != nil, format.holdsLabels {
      shaped.script = CueJoining(pause: pause).join(script, losses: &shaped.losses)
      shaped.joins = shaped.losses.count
    }
    return shaped
  }
}

extension CueProfile {
  /// A cue for each segment, however long it is.
  static let one = CueProfile(lines: .max, lineLength: 42, longest: Double(Time.latest))
}

extension Format {
  /// Whether the segments of the notation are cues.
  public var hasCues: Bool { self is any CueFormat }

  /// Whether a segment has a place for a speaker label outside of its words.
  fileprivate var holdsLabels: Bool {
    guard let format = self as? TranscriptFormat else { return false }
    return format.notation?.template.hasSpeaker ?? true
  }
}
