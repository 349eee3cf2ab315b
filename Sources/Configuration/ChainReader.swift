import SourceText

/// Reads a configuration and the files that it extends, within limits, since a stranger may have written them.
struct ChainReader {
  /// How many files may be extended in all, whether they exist or not.
  static let mostFiles = 64
  /// How many bytes all files of a chain may have together.
  static let mostBytes = 8 << 20

  private(set) var links: [ConfigurationChain.Link] = []
  private let files: any FileSystem
  /// The files being read, each extended by the one before it. A list instead of recursion, since a stranger chooses
  /// how many there are.
  private var unfinished: [Unfinished] = []
  /// The paths, without links, of the files read so far: each file counts once.
  private var known: Set<String> = []
  private var bytesLeft = mostBytes
  /// Whether a limit was reached. This is reported once.
  private var isFull = false

  private struct Unfinished {
    var link: ConfigurationChain.Link
    let id: String
    /// How many of its `extends` have been read.
    var taken = 0
  }

  init(_ files: any FileSystem) {
    self.files = files
  }

  /// Adds a file, after all the files that it extends.
  mutating func add(_ path: String, _ bytes: [UInt8]) {
    begin(path, files.realPath(path) ?? path, bytes)
    while var file = unfinished.popLast() {
      guard file.taken < file.link.file.extends.count, !isFull else {
        links.append(file.link)
        continue
      }
      let (name, range) = file.link.file.extends[file.taken]
      file.taken += 1
      let next = take(name, range, for: &file)
      unfinished.append(file)
      if let next { begin(next.path, next.id, next.bytes) }
    }
  }

  mutating func addUnreadable(_ path: String, _ reason: String) {
    let mistake = Mistake(0..<0, "The configuration cannot be read: \(reason)")
    links.append(ConfigurationChain.Link(path, ConfigurationFile(Array("{}".utf8)), [mistake]))
  }

  private mutating func begin(_ path: String, _ id: String, _ bytes: [UInt8]) {
    known.insert(id)
    bytesLeft -= bytes.count
    let file = ConfigurationFile(bytes)
    unfinished.append(Unfinished(link: ConfigurationChain.Link(path, file, file.mistakes), id: id))
  }

  /// The next file to read, out of those that a file extends; nil where it cannot be read or counts already.
  private mutating func take(
    _ name: String, _ range: Range<Int>, for file: inout Unfinished
  ) -> (path: String, id: String, bytes: [UInt8])? {
    func mistake(_ message: String) { file.link.mistakes.append(Mistake(range, message)) }
    let path = resolve(name, in: file.link.directory)
    let id = files.realPath(path) ?? path
    let shown = shortened(name)
    guard id != file.id, !unfinished.contains(where: { $0.id == id }) else {
      mistake("“\(shown)” extends this file: they go round in a circle")
      return nil
    }
    guard known.insert(id).inserted else { return nil }
    guard known.count <= Self.mostFiles else {
      isFull = true
      mistake("More than \(Self.mostFiles) files are extended; “\(shown)” and all after it are left out")
      return nil
    }
    file.link.bases.append(path)
    switch files.read(path) {
    case .bytes(let bytes) where bytes.count <= bytesLeft: return (path, id, bytes)
    case .bytes:
      isFull = true
      mistake("The files that are extended are larger than \(Self.mostBytes >> 20) MB together; “\(shown)” is left out")
    case .absent: mistake("There is no file “\(shown)” to extend")
    case .unreadable(let reason): mistake("“\(shown)” cannot be read: \(reason)")
    }
    return nil
  }
}
