import Transcript

/// A transcript as it is written in another notation.
public struct ConvertedTranscript: Sendable {
  public let bytes: [UInt8]
  /// What of the text is not in it.
  public let losses: [Loss]
  /// How many segments were to be written.
  public let segments: Int
  /// How many segments were cut into several cues, or end at a time that nobody wrote down.
  public let cuts: Int
  /// How many cues became part of a turn.
  public let joins: Int

  /// Why a transcript is not written in a notation.
  public enum Obstacle: Error {
    case noSegments
    /// Cues are shown at a time, and the text has none.
    case noTimes
    /// The notation cannot be written.
    case notWritten
  }

  /// Whether nothing that was said would be read as it was said.
  public var holdsNothing: Bool {
    losses.count { $0.kind == .segment || $0.kind == .text } >= segments
  }
}

extension Reading {
  /// The transcript in another notation.
  ///
  /// - Parameters:
  ///   - target: the notation in which it is written.
  ///   - source: the notation in which it stands.
  public func converted(
    to target: any Format, from source: (any Format)?, _ shape: CueShape
  ) -> Result<ConvertedTranscript, ConvertedTranscript.Obstacle> {
    var losses: [Loss] = []
    var script = script(losses: &losses)
    guard !script.units.isEmpty else { return .failure(.noSegments) }
    if source?.name != target.name {
      var translation = ScriptTranslation(from: source, to: target)
      script = translation.translate(script)
      losses += translation.losses
    }
    guard let shaped = shape.shape(script, areCues: source?.hasCues ?? false, for: target) else {
      return .failure(.noTimes)
    }
    var spelling = Spelling(self)
    if source?.name != target.name { spelling = spelling.inAnotherNotation }
    if let profile = shape.profile { spelling.cues = LineBreaking(profile) }
    guard let written = shaped.script.written(in: target, like: spelling) else { return .failure(.notWritten) }
    return .success(
      ConvertedTranscript(
        bytes: written.bytes, losses: losses + shaped.losses + written.losses, segments: shaped.script.units.count,
        cuts: shaped.cuts, joins: shaped.joins))
  }
}
