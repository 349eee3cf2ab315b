import Configuration
import LSP

/// The open files, by path and by episode, and the open documents whose findings depend on each. Thousands of files may
/// be open, so nothing here looks at all of them.
struct OpenFiles {
  private var documents: [String: DocumentURI] = [:]
  private var episodes: [String: Set<String>] = [:]
  /// By the path of a file, whether it exists or not: the documents whose findings depend on it.
  private var readers: [String: Set<DocumentURI>] = [:]
  private var read: [DocumentURI: [String]] = [:]

  /// The document of a path.
  subscript(path: String) -> DocumentURI? { documents[path] }

  /// The open files of the same episode, without the given one.
  func episode(of path: String) -> [String] {
    (episodes[Self.key(of: path)] ?? []).subtracting([path]).sorted()
  }

  /// The open documents whose findings may depend on the given one, without that one.
  func readers(of uri: DocumentURI) -> [DocumentURI] {
    guard uri.isFile else { return [] }
    let others = episode(of: uri.path).compactMap { documents[$0] }
    return (readers[uri.path] ?? []).union(others).subtracting([uri]).sorted { $0.string < $1.string }
  }

  /// Records the files on which the findings of a document depend.
  mutating func note(_ uri: DocumentURI, reads paths: [String]) {
    guard read[uri] ?? [] != paths else { return }
    for path in read[uri] ?? [] {
      readers[path]?.remove(uri)
      if readers[path]?.isEmpty ?? false { readers[path] = nil }
    }
    for path in paths { readers[path, default: []].insert(uri) }
    read[uri] = paths.isEmpty ? nil : paths
  }

  mutating func add(_ uri: DocumentURI) {
    guard uri.isFile else { return }
    documents[uri.path] = uri
    episodes[Self.key(of: uri.path), default: []].insert(uri.path)
  }

  mutating func remove(_ uri: DocumentURI) {
    note(uri, reads: [])
    guard uri.isFile, documents[uri.path] == uri else { return }
    documents[uri.path] = nil
    let key = Self.key(of: uri.path)
    episodes[key]?.remove(uri.path)
    if episodes[key]?.isEmpty ?? false { episodes[key] = nil }
  }

  /// A key that all files of an episode in one directory share.
  private static func key(of path: String) -> String {
    (path.lastIndex(of: "/").map { path[...$0] } ?? "") + episodeName(path)
  }
}
