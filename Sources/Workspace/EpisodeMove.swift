import Configuration
import Files

/// What has to move along when a transcript gets another name, so that the files of its episode keep one name.
public struct EpisodeMove: Sendable {
  public struct Step: Sendable, Hashable {
    public let old: String
    public let new: String
  }

  /// The other files of the episode, with the names that they get; absolute paths.
  public let steps: [Step]

  /// - Parameters:
  ///   - old: the absolute path of the transcript.
  ///   - new: its absolute path when it is renamed.
  public init(from old: String, to new: String, _ configurations: ConfigurationStore) {
    var configurations = configurations
    func neighbours(_ path: String) -> Neighbours {
      configurations.neighbours(of: path, configurations.settings(for: path))
    }
    let (stem, newStem) = (episodeName(old), episodeName(new))
    let (place, newPlace) = (Self.directory(of: old), Self.directory(of: new))
    guard stem != newStem || place != newPlace, !newStem.isEmpty else {
      steps = []
      return
    }
    let (before, after) = (neighbours(old), neighbours(new))
    let configured = before.configuredPaths
    // Those that lie beside it keep what follows the name of the episode.
    var pairs: [(String, String)] = before.paths.filter { !configured.contains($0) }.map { path in
      let rest = Substring(path.utf8.dropFirst(place.utf8.count + stem.utf8.count))
      return (path, "\(newPlace)\(newStem)\(rest)")
    }
    if after.configuredPaths.count == configured.count { pairs += zip(configured, after.configuredPaths) }
    steps = pairs.compactMap { path, target in
      // Nothing is moved that is not there, and nothing is written over.
      guard path != new, target != new, target != path, (try? FileStatus(path))?.kind == .file, !isLink(path),
        (try? FileStatus(target)) == nil
      else { return nil }
      return Step(old: path, new: target)
    }
  }

  /// With the slash at its end.
  private static func directory(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }
}
