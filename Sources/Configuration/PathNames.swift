/// The names that an absolute path consists of.
func names(_ path: String) -> [String] {
  path.split(separator: "/").map(String.init)
}

/// Whether a path is a directory or lies in it. Both are absolute and free of links, and compared byte by byte.
public func isPath(_ path: String, within directory: String) -> Bool {
  let prefix = (directory.hasSuffix("/") ? directory : directory + "/").utf8
  return path == directory || path.utf8.starts(with: prefix)
}

/// The directory of a file that is given by its absolute path.
func parent(of path: String) -> String {
  let slash = UInt8(ascii: "/")
  var before: UInt8?
  for byte in path.utf8 {
    if byte == slash, before == slash { return resolve("..", in: names(path)) }
    before = byte
  }
  guard let end = path.utf8.lastIndex(of: slash), before != slash else { return resolve("..", in: names(path)) }
  return end == path.startIndex ? "/" : String(path[..<end])
}

/// The names of a path relative to a directory. A path outside of it keeps all its names, so that patterns for bare
/// names match there, too.
func names(_ path: [String], from directory: [String]) -> ArraySlice<String> {
  path.starts(with: directory) ? path.dropFirst(directory.count) : path[...]
}

/// Makes a path absolute that is written in a file of the given directory, and resolves `.` and `..` in it.
func resolve(_ path: String, in directory: [String]) -> String {
  var resolved = path.hasPrefix("/") ? [] : directory
  for name in names(path) where name != "." {
    if name == ".." { _ = resolved.popLast() } else { resolved.append(name) }
  }
  return "/" + resolved.joined(separator: "/")
}

/// The ending of a name, or of a pattern for names; `*` where the pattern leaves it open.
func ending(of path: String) -> String {
  let pieces = (path.split(separator: "/").last ?? "").split(separator: ".")
  guard pieces.count > 1, let last = pieces.last, last.allSatisfy({ $0.isLetter || $0.isNumber }) else { return "*" }
  return String(last)
}
