#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The path from the root, without `.` and `..`. Links are not followed: what a file is called decides what holds for
/// it.
public func absolutePath(_ path: String) -> String {
  let whole = path.hasPrefix("/") ? path : (currentDirectory() ?? "") + "/" + path
  var names: [Substring] = []
  for name in whole.split(separator: "/") where name != "." {
    if name == ".." { _ = names.popLast() } else { names.append(name) }
  }
  return "/" + names.joined(separator: "/")
}

/// A path as people at the command line would write it: below the current directory, the way from there.
public func shownPath(_ path: String) -> String {
  guard let directory = currentDirectory() else { return path }
  let prefix = directory.hasSuffix("/") ? directory : directory + "/"
  return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
}

private func currentDirectory() -> String? {
  guard let directory = getcwd(nil, 0) else { return nil }
  defer { free(directory) }
  return String(cString: directory)
}
