import Platform

/// The absolute path, without `.` and `..`. Links are not followed, because the settings of a file depend on the name
/// that it was given by.
public func absolutePath(_ path: String) -> String {
  let whole = path.hasPrefix("/") ? path : (currentDirectory() ?? "") + "/" + path
  var names: [Substring] = []
  for name in whole.split(separator: "/") where name != "." {
    if name == ".." { _ = names.popLast() } else { names.append(name) }
  }
  return "/" + names.joined(separator: "/")
}

/// A path as a person at the command line would write it: relative to the current directory where the file is below it.
public func shownPath(_ path: String) -> String {
  guard let directory = currentDirectory() else { return path }
  let prefix = directory.hasSuffix("/") ? directory : directory + "/"
  return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
}

/// The absolute path without links, `.` and `..`; nil where nothing exists at it.
public func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The path of a name in a directory. The current directory is left out.
public func join(_ directory: String, _ name: String) -> String {
  if directory == "." || directory == "./" || directory.isEmpty { return name }
  return directory.hasSuffix("/") ? directory + name : directory + "/" + name
}

private func currentDirectory() -> String? {
  guard let directory = getcwd(nil, 0) else { return nil }
  defer { free(directory) }
  return String(cString: directory)
}
