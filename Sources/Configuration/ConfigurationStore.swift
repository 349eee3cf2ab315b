import Rules

/// Finds the configuration of each file and remembers it.
public struct ConfigurationStore: Sendable {
  /// Where it is looked for.
  public enum Lookup: Sendable {
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
  private let lookup: Lookup
  private let files: any FileSystem
  /// By directory: the path of the configuration, nil where there is none.
  private var chosen: [String: String?] = [:]
  /// By path.
  private var known: [String: ConfigurationChain] = [:]
  private var people: [PeopleFiles: People] = [:]

  public init(_ lookup: Lookup = .nearest, _ files: any FileSystem) {
    self.lookup = lookup
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
    switch lookup {
    case .none: return nil
    case .file(let path): return read(path)
    case .nearest: return find(directory).map { known[$0]! } ?? fallback
    }
  }

  public mutating func settings(for path: String) -> FileSettings {
    chain(for: path)?.settings(for: path) ?? FileSettings()
  }

  /// What other files say that concerns a file for which these settings hold.
  public mutating func surroundings(for settings: FileSettings) -> Surroundings {
    guard let place = settings.people else { return Surroundings() }
    let people = people[place] ?? People(place.people(files))
    self.people[place] = people
    return Surroundings(people: people)
  }

  /// Forgets what was read: a file has changed.
  public mutating func forget() {
    chosen = [:]
    known = [:]
    people = [:]
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
