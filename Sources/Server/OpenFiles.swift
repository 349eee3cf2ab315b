import Configuration
import LSP

/// The open files, by path and by episode, and the open documents whose findings depend on each. Thousands of files may
/// be open, so nothing here looks at all of them.
struct OpenFiles {
  private var documents: [String: DocumentURI] = [:]
  private var episodes: [String: Set<String>] = [:]
  /// The keys of the open files among these.
  private var keys: [String: String] = [:]
  /// By the path of a file, whether it exists or not: the documents whose findings depend on it.
  private var readers: [String: Set<DocumentURI>] = [:]
  private var read: [DocumentURI: [String]] = [:]

  /// The document of a path.
  subscript(path: String) -> DocumentURI? { documents[path] }

  /// The open files of the same episode, without the given one.
  ///
  /// - Parameter name: what the names of its files have in common; nil where only notations that are built in stand in
  ///   them.
  func episode(of path: String, named name: String? = nil) -> [String] {
    (episodes[Self.key(of: path, name)] ?? []).subtracting([path]).sorted()
  }

  /// The open documents whose findings may depend on the given one, without that one.
  ///
  /// - Parameter name: as for `episode`.
  func readers(of uri: DocumentURI, named name: String? = nil) -> [DocumentURI] {
    guard uri.isFile else { return [] }
    let others = episode(of: uri.path, named: name).compactMap { documents[$0] }
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
    put(uri.path, under: Self.key(of: uri.path, nil))
  }

  /// Records what the names of all files of its episode have in common.
  mutating func note(_ uri: DocumentURI, episode name: String) {
    guard uri.isFile, documents[uri.path] == uri else { return }
    put(uri.path, under: Self.key(of: uri.path, name))
  }

  mutating func remove(_ uri: DocumentURI) {
    note(uri, reads: [])
    guard uri.isFile, documents[uri.path] == uri else { return }
    documents[uri.path] = nil
    put(uri.path, under: nil)
  }

  private mutating func put(_ path: String, under key: String?) {
    guard keys[path] != key else { return }
    if let old = keys[path] {
      episodes[old]?.remove(path)
      if episodes[old]?.isEmpty ?? false { episodes[old] = nil }
    }
    keys[path] = key
    if let key { episodes[key, default: []].insert(path) }
  }

  /// A key that all files of an episode in one directory share.
  private static func key(of path: String, _ name: String?) -> String {
    (path.lastIndex(of: "/").map { path[...$0] } ?? "") + (name ?? episodeName(path))
  }
}
