#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What stands at a path, links followed.
public struct FileStatus {
  public enum Kind: Sendable {
    case file, directory, pipe, device, other
  }

  /// The same for two paths only if they lead to the same place.
  public struct ID: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  public let kind: Kind
  public let id: ID
  /// How many names it has; a symbolic link is none of them.
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

/// The names in a directory, in order.
public func entries(of directory: String) throws(Failure) -> [String] {
  guard let stream = opendir(directory) else { throw Failure(ofSystemAt: directory) }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// The path without links and detours; nil where nothing stands there.
public func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// All bytes of a file; nil where it cannot be read or is larger than it may be.
public func contents(_ path: String, atMost limit: Int = OpenFile.largest) -> [UInt8]? {
  guard (try? FileStatus(path))?.kind == .file, var file = try? OpenFile(path) else { return nil }
  defer { file.close() }
  return try? file.readAll(atMost: limit)
}

/// A name in a directory; names in the current one stand alone.
public func join(_ directory: String, _ name: String) -> String {
  if directory == "." || directory == "./" || directory.isEmpty { return name }
  return directory.hasSuffix("/") ? directory + name : directory + "/" + name
}

/// Whether anything stands at a path. What cannot be asked for is taken to be there, so that the reason comes to light
/// when it is read.
func exists(_ path: String) -> Bool {
  access(path, F_OK) == 0 || errno != ENOENT && errno != ENOTDIR
}
