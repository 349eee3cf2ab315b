import Configuration
import Rules

/// Finds files that contain much of the same transcript, those of one episode left out.
///
/// Only the hashes of their turns are kept, so an archive of any size needs little memory.
public struct CopyIndex: Sendable {
  private var turns = TurnIndex()
  /// By the name of a file: its absolute path, and the files around it, some of which are other versions of the same
  /// episode.
  private var places: [String: (path: String, neighbours: Neighbours)] = [:]

  public init() {}

  /// - Parameters:
  ///   - name: as it is shown.
  ///   - path: the absolute path.
  public mutating func add(_ name: String, at path: String, _ turns: LongTurns, _ neighbours: Neighbours) {
    self.turns.update(name, turns)
    places[name] = (path, neighbours)
  }

  /// The other files that contain much of the same transcript.
  public func copies(of name: String) -> [TranscriptCopy] {
    guard let own = places[name] else { return [] }
    let episode = episodeName(name)
    return turns.copies(of: name) { other in
      // An archive may have one folder for each notation, so files with the same name in different folders are one
      // episode.
      guard let place = places[other] else { return false }
      return episodeName(other) == episode || own.neighbours.hasSibling(place.path)
        || place.neighbours.hasSibling(own.path)
    }
  }
}
