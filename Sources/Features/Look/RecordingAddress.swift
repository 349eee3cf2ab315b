import Transcript

/// The address of a recording, as a pattern for many episodes: `https://media.example/{stem}.mp3#t={seconds}`.
public struct RecordingAddress: Sendable, Equatable {
  private let pattern: String
  private let stem: String

  /// - Parameters:
  ///   - pattern: may have `{stem}`, `{seconds}` and keys of the metadata in braces.
  ///   - stem: replaces `{stem}`.
  public init(_ pattern: String, stem: String) {
    self.pattern = pattern
    self.stem = stem
  }

  /// The recording of one episode; nil where its metadata lacks a key.
  func playback(_ reading: Reading) -> Playback? {
    var pieces: [Playback.Piece] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.text(Playback.escaped(rest[..<open])))
      switch rest[open...].dropFirst().prefix(upTo: close) {
      case "seconds": pieces.append(.seconds)
      case "stem": pieces.append(.text(Playback.escaped(stem[...], besides: "/")))
      case let key:
        guard let value = reading.metadata(String(key)) else { return nil }
        pieces.append(.text(Playback.escaped(value[...], besides: "/")))
      }
      rest = rest[close...].dropFirst()
    }
    return Playback(verb: "Play", pieces: pieces + [.text(Playback.escaped(rest))])
  }
}
