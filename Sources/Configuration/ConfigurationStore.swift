/// Finds the configuration of each file and remembers it.
public struct ConfigurationStore: Sendable {
  /// Where it is looked for.
  public enum Source: Sendable {
    /// In the file's own directory, then upwards; the closest wins.
    case nearest
    /// This one for all files.
    case file(String)
    /// Nowhere.
    case none
  }

  /// What holds where no file was found: what an editor sent.
  public var fallback: ConfigurationChain? {
    didSet { chosen = [:] }
  }
  private let source: Source
  private let files: any FileSystem
  /// By directory: the path of the configuration, nil where there is none.
  private var chosen: [String: String?] = [:]
  /// By path.
  private var known: [String: ConfigurationChain] = [:]

  public init(_ source: Source = .nearest, _ files: any FileSystem) {
    self.source = source
    self.files = files
  }

  /// All that were found and read.
  public var chains: [ConfigurationChain] { known.values.sorted { $0.links.last!.path < $1.links.last!.path } }

  /// The configuration of a file, given by its path from the root.
  public mutating func chain(for path: String) -> ConfigurationChain? {
    chain(in: resolve("..", in: names(path)))
  }

  /// The configuration of what is in a directory, given by its path from the root.
  public mutating func chain(in directory: String) -> ConfigurationChain? {
    switch source {
    case .none: return nil
    case .file(let path): return read(path)
    case .nearest: return find(directory).map { known[$0]! } ?? fallback
    }
  }

  public mutating func settings(for path: String) -> FileSettings {
    chain(for: path)?.settings(for: path) ?? FileSettings()
  }

  /// Forgets what was read: a file has changed.
  public mutating func forget() {
    chosen = [:]
    known = [:]
  }

  private mutating func read(_ path: String) -> ConfigurationChain {
    if let chain = known[path] { return chain }
    let chain = ConfigurationChain(path: path, files)
    known[path] = chain
    return chain
  }

  /// The path of the nearest configuration, which then is known.
  private mutating func find(_ directory: String) -> String? {
    if let path = chosen[directory] { return path }
    let path = resolve(ConfigurationFile.name, in: names(directory))
    var found: String?
    if known[path] != nil {
      found = path
    } else if files.read(path) != .absent {
      _ = read(path)
      found = path
    } else if directory != "/" {
      found = find(resolve("..", in: names(directory)))
    }
    chosen[directory] = .some(found)
    return found
  }
}
