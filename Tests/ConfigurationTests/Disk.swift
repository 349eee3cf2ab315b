import Configuration

/// Files that exist in a test only.
struct Disk: FileSystem {
  var files: [String: String]
  /// Where links lead, by their paths; both from the root.
  var links: [String: String] = [:]
  /// Directories that hold a repository.
  var repositories: Set<String> = []

  func read(_ path: String) -> FileContent {
    guard let real = realPath(path), let text = files[real] else { return .absent }
    return text == "(locked)" ? .unreadable("Permission denied") : .bytes(Array(text.utf8))
  }

  func entries(of directory: String) -> [String] {
    guard let real = realPath(directory) else { return [] }
    let prefix = real == "/" ? real : real + "/"
    let below = (Array(files.keys) + links.keys).filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
    return Set(below.compactMap { $0.split(separator: "/").first.map(String.init) }).sorted()
  }

  func realPath(_ path: String) -> String? {
    var real = ""
    var left = path.split(separator: "/").map(String.init)
    var followed = 0
    while !left.isEmpty {
      let next = real + "/" + left.removeFirst()
      if let target = links[next] {
        followed += 1
        guard followed < 40 else { return nil }
        left = target.split(separator: "/").map(String.init) + left
        real = ""
      } else {
        real = next
      }
    }
    let isThere = real.isEmpty || files[real] != nil || files.keys.contains { $0.hasPrefix(real + "/") }
    return isThere ? (real.isEmpty ? "/" : real) : nil
  }

  func repository(around directory: String) -> String? {
    guard let real = realPath(directory) else { return nil }
    return repositories.filter { real == $0 || real.hasPrefix($0 + "/") }.max { $0.count < $1.count }
  }
}
