import Configuration
import Files

/// What has to move along when a transcript gets another path, so that the files of its episode keep one name.
public struct EpisodeMove: Sendable {
  public struct Step: Sendable, Hashable {
    public let old: String
    public let new: String
  }

  /// The other files of the episode, with the paths that they get; absolute paths. What moves anyway is left out.
  public let steps: [Step]

  /// - Parameters:
  ///   - old: the absolute path of the transcript.
  ///   - relocation: where it moves, and what moves with it.
  public init(of old: String, _ relocation: Relocation, _ configurations: inout ConfigurationStore) {
    let new = relocation.path(of: old)
    let settings = configurations.settings(for: old)
    let before = configurations.neighbours(of: old, settings)
    // A configuration that moves along says the same as before, though it cannot be read there yet.
    let isCarried = configurations.place(for: old).map(relocation.moves) ?? false
    let after =
      isCarried
      ? configurations.neighbours(of: new, settings, own: before.ownNotations)
      : configurations.neighbours(of: new, configurations.settings(for: new))
    let (stem, newStem) = (before.episode, after.episode)
    let (place, newPlace) = (Self.directory(of: old), Self.directory(of: new))
    guard stem != newStem || place != newPlace, !newStem.isEmpty else {
      steps = []
      return
    }
    let configured = before.configuredPaths
    // Those that lie beside it keep what follows the name of the episode.
    var pairs: [(String, String)] = before.paths.filter { !configured.contains($0) }.map { path in
      let rest = Substring(path.utf8.dropFirst(place.utf8.count + stem.utf8.count))
      return (path, "\(newPlace)\(newStem)\(rest)")
    }
    if after.configuredPaths.count == configured.count { pairs += zip(configured, after.configuredPaths) }
    steps = pairs.compactMap { path, target in
      // Nothing is moved that is not there or moves anyway, and nothing is written over.
      guard path != old, target != path, !relocation.moves(path), !relocation.fills(target),
        (try? FileStatus(path))?.kind == .file, !isLink(path), (try? FileStatus(target)) == nil
      else { return nil }
      return Step(old: path, new: target)
    }
  }

  /// With the slash at its end.
  private static func directory(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }
}
