/// Reads files for targets that must not do so themselves. The program that runs a check or a server provides one.
public protocol FileSystem: Sendable {
  /// - Parameter path: an absolute path.
  func read(_ path: String) -> FileContent
  /// The names in a directory; none where the path is not a directory.
  func entries(of directory: String) -> [String]
  /// The path without links; nil where nothing exists at it.
  func realPath(_ path: String) -> String?
  /// The top directory, without links, of the repository that a directory lies in; nil where it lies in none.
  func repository(around directory: String) -> String?
}

extension FileSystem {
  public func realPath(_ path: String) -> String? { path }
  public func repository(around directory: String) -> String? { nil }
}

public enum FileContent: Sendable, Equatable {
  case bytes([UInt8])
  /// Nothing exists at the path.
  case absent
  /// The reason, in the system's words.
  case unreadable(String)
}
