import Configuration
import Rules

/// Finds files that contain much of the same transcript, those of one episode left out.
///
/// Only the hashes of their turns are kept, so an archive of any size needs little memory.
public struct CopyIndex: Sendable {
  private var turns = TurnIndex()
  /// By the name of a file: its absolute path, and those of the files that its configuration names as other versions.
  private var places: [String: (path: String, siblings: [String])] = [:]
  /// By its absolute path: the name of a file.
  private var names: [String: String] = [:]
  /// By the absolute path of a file: the names of those whose configuration names it.
  private var readers: [String: [String]] = [:]

  public init() {}

  /// Adds a file, or sets its turns anew.
  ///
  /// - Parameters:
  ///   - name: as it is shown.
  ///   - path: the absolute path.
  public mutating func add(_ name: String, at path: String, _ turns: LongTurns, _ neighbours: Neighbours) {
    // An archive may have one folder for each notation, so files with the same name in different folders are one
    // episode.
    self.turns.update(name, turns, episode: neighbours.episode)
    forgetPlace(of: name)
    places[name] = (path, neighbours.configuredSiblings)
    names[path] = name
    for sibling in neighbours.configuredSiblings { readers[sibling, default: []].append(name) }
  }

  /// Takes a file away.
  public mutating func remove(_ name: String) {
    turns.update(name, nil)
    forgetPlace(of: name)
  }

  private mutating func forgetPlace(of name: String) {
    guard let old = places.removeValue(forKey: name) else { return }
    if names[old.path] == name { names[old.path] = nil }
    for sibling in old.siblings {
      readers[sibling]?.removeAll { $0 == name }
      if readers[sibling]?.isEmpty ?? false { readers[sibling] = nil }
    }
  }

  /// The other files that contain much of the same transcript.
  public func copies(of name: String) -> TranscriptCopies? {
    guard let own = places[name] else { return nil }
    return turns.copies(of: name, except: Set(own.siblings.compactMap { names[$0] } + readers[own.path, default: []]))
  }
}
