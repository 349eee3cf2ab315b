import Files

/// Which files may be changed: those that were named, and those that lie in a directory that was named. A link that leads
/// from there to another place makes a file one of those that are looked at, and no more.
struct Reach: Sendable {
  private var files: Set<FileStatus.ID> = []
  /// Without links, each with a slash at its end.
  private var directories: [String] = []

  /// - Parameter paths: as they were named.
  init(_ paths: [String]) {
    for path in paths {
      guard let status = try? FileStatus(path), let real = realPath(path) else { continue }
      if status.kind == .directory {
        directories.append(real.hasSuffix("/") ? real : real + "/")
      } else {
        files.insert(status.id)
      }
    }
  }

  /// Why a file is not changed; nil where it can be.
  func obstacle(to path: String) -> String? {
    guard let status = try? FileStatus(path), let real = realPath(path) else { return nil }
    guard files.contains(status.id) || directories.contains(where: real.hasPrefix) else {
      return "it is \(real), which lies outside of what was named; name it to have it changed"
    }
    // A file is replaced by another one, and its other names would go on standing for the old one.
    guard status.names < 2 else {
      return "it has \(status.names) names (hard links), which would become different files"
    }
    return nil
  }
}
