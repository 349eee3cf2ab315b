/// Reads files for those who must not: whoever runs a check or a server hands one in.
public protocol FileSystem: Sendable {
  /// - Parameter path: from the root.
  func read(_ path: String) -> FileContent
  /// The names in a directory; none where the path leads to something else.
  func entries(of directory: String) -> [String]
  /// The path without links; nil where nothing stands there.
  func realPath(_ path: String) -> String?
  /// The top of the repository in which a directory lies, without links; nil where it lies in none.
  func repository(around directory: String) -> String?
}

extension FileSystem {
  public func realPath(_ path: String) -> String? { path }
  public func repository(around directory: String) -> String? { nil }
}

public enum FileContent: Sendable, Equatable {
  case bytes([UInt8])
  /// Nothing stands there.
  case absent
  /// Why not, in the system's words.
  case unreadable(String)
}

/// The names of which a path from the root consists.
func names(_ path: String) -> [String] {
  path.split(separator: "/").map(String.init)
}

/// The names from a directory on. A path that is elsewhere keeps all of them, so patterns for bare names match there too.
func names(_ path: [String], from directory: [String]) -> ArraySlice<String> {
  path.starts(with: directory) ? path.dropFirst(directory.count) : path[...]
}
