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

  /// Changes whenever the content of a file may have changed: when it was last written, how large it is, and which file
  /// it is, as one that replaced another has a different number.
  public struct Stamp: Hashable, Sendable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let id: ID
  }

  public let kind: Kind
  public let id: ID
  public let stamp: Stamp
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
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    stamp = Stamp(seconds: time.tv_sec, nanoseconds: time.tv_nsec, size: Int(status.st_size), id: id)
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
