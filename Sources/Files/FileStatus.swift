import Platform

/// What exists at a path, links followed.
public struct FileStatus {
  public enum Kind: Sendable {
    case file, directory, pipe, device, other
  }

  /// Equal for two paths if they lead to the same file.
  public struct ID: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  public let kind: Kind
  public let id: ID
  /// How many names (hard links) it has.
  public let names: Int
  /// Whether the path itself is a symbolic link to it.
  public let isLink: Bool

  public init(_ path: String) throws(Failure) {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw Failure(ofSystemAt: path) }
    isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink, stat(path, &status) != 0 { throw Failure(ofSystemAt: path) }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFIFO: .pipe
      case S_IFCHR, S_IFBLK: .device
      default: .other
      }
    id = ID(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
    names = Int(clamping: status.st_nlink)
  }
}

/// Whether the path is a symbolic link.
public func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

/// Whether anything exists at a path. Where the system cannot tell, the answer is yes, so that reading fails with the
/// reason.
func exists(_ path: String) -> Bool {
  access(path, F_OK) == 0 || errno != ENOENT && errno != ENOTDIR
}
