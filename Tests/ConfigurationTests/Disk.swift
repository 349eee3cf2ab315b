import Configuration

/// Files that exist in a test only.
struct Disk: FileSystem {
  var files: [String: String]

  func read(_ path: String) -> FileContent {
    guard let text = files[path] else { return .absent }
    return text == "(locked)" ? .unreadable("Permission denied") : .bytes(Array(text.utf8))
  }

  func entries(of directory: String) -> [String] {
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    let below = files.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
    return Set(below.compactMap { $0.split(separator: "/").first.map(String.init) }).sorted()
  }
}
