import Platform

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

/// The path without links and detours; nil where nothing stands there.
public func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// A name in a directory; names in the current one stand alone.
public func join(_ directory: String, _ name: String) -> String {
  if directory == "." || directory == "./" || directory.isEmpty { return name }
  return directory.hasSuffix("/") ? directory + name : directory + "/" + name
}

private func currentDirectory() -> String? {
  guard let directory = getcwd(nil, 0) else { return nil }
  defer { free(directory) }
  return String(cString: directory)
}
