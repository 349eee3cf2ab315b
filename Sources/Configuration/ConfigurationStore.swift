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
    didSet {
      chosen = [:]
      reaches = [:]
      settled = [:]
    }
  }
  /// The directories that are worked in: a configuration in one of them may speak of all its files, where it lies in no
  /// repository that is smaller.
  public var workspaces: [String] = [] {
    didSet { forget() }
  }
  private let lookup: Lookup
  private let files: any FileSystem
  /// By directory: what its configuration may speak of.
  private var fences: [String: Fence] = [:]
  /// By directory: what the configuration may speak of that holds there.
  private var reaches: [String: Fence] = [:]
  /// By directory: the path of the configuration, nil where there is none.
  private var chosen: [String: String?] = [:]
  /// By path.
  private var known: [String: ConfigurationChain] = [:]
  /// By what speaks of a file: most files of a configuration have the same settings, and the same glossary to search.
  private var settled: [Scopes: FileSettings] = [:]
  private var people: [PeopleFiles: People] = [:]
  /// By directory: its files that promise text, by episode.
  private var listings: [String: [String: [String]]] = [:]

  public init(_ lookup: Lookup = .nearest, _ files: any FileSystem, workspaces: [String] = []) {
    self.lookup = lookup
    self.files = files
    self.workspaces = workspaces
  }

  /// The files that a configuration in a directory may speak of: those of its repository; outside of one, those of the
  /// workspace that it is in; otherwise those of the directory itself.
  public mutating func fence(around directory: String) -> Fence {
    if let fence = fences[directory] { return fence }
    let real = files.realPath(directory) ?? directory
    // A place that is none, such as the empty one of a document without a file, would hold everything.
    let workspace = workspaces.filter { $0.hasPrefix("/") }.map { files.realPath($0) ?? $0 }
      .filter { isInside(real, $0) }
      .max { $0.utf8.count < $1.utf8.count }
    var named: String?
    if case .file(let path) = lookup { named = path }
    let fence = Fence(files, root: files.repository(around: directory) ?? workspace ?? real, named: named)
    fences[directory] = fence
    return fence
  }

  /// All that were found and read.
  public var chains: [ConfigurationChain] { known.values.sorted { $0.links.last!.path < $1.links.last!.path } }

  /// The files, from the root, of which these consist, also those that are extended and are not there.
  public var paths: Set<String> {
    let sent = (fallback?.paths ?? []).filter { $0 != fallback?.links.last?.path }
    return chains.reduce(into: Set(sent)) { $0.formUnion($1.paths) }
  }

  /// What the names of those files end in, for those who watch files.
  public var endings: Set<String> {
    // The one name that all configurations have is watched anyway.
    Set(paths.filter { !$0.hasSuffix("/" + ConfigurationFile.name) }.map(ending(of:)))
  }

  /// The path of the configuration file nearest to a file; nil where there is none.
  public mutating func place(for path: String) -> String? {
    switch lookup {
    case .none: nil
    case .file(let path): path
    case .nearest: find(resolve("..", in: names(path)))
    }
  }

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

  /// The files of which the configuration may speak that holds for the files in a directory.
  private mutating func reach(from directory: String) -> Fence {
    if let fence = reaches[directory] { return fence }
    let own = fence(around: directory)
    let place = chain(in: directory)?.links.last.map { resolve("..", in: names($0.path)) }
    let wide = place.map { self.fence(around: $0) }.flatMap { $0.holds(directory) ? $0 : nil }
    reaches[directory] = wide ?? own
    return wide ?? own
  }

  /// What a configuration at a path would be if it had these bytes.
  public mutating func chain(of bytes: [UInt8], at path: String) -> ConfigurationChain {
    ConfigurationChain(path: path, bytes, fence(around: resolve("..", in: names(path))))
  }

  public mutating func settings(for path: String) -> FileSettings {
    guard let chain = chain(for: path) else { return FileSettings() }
    let scopes = Scopes(configuration: chain.links.last!.path, places: chain.scopes(for: path))
    var settings = settled[scopes] ?? chain.settings(of: scopes.places)
    settled[scopes] = settings
    settings.isExcluded = chain.excludes(path, isDirectory: false)
    return settings
  }

  /// What a configuration says of a file.
  private struct Scopes: Hashable {
    /// Its path.
    var configuration: String
    var places: [ConfigurationChain.ScopePlace]
  }

  /// The files around one for which these settings hold.
  public mutating func neighbours(of path: String, _ settings: FileSettings) -> Neighbours {
    let directory = resolve("..", in: names(path))
    let episode = episodeName(path)
    func file(_ name: String, in fence: Fence) -> Neighbours.File {
      Neighbours.File(path: resolve(name, in: names(directory)), name: name, fence: fence)
    }
    let configured = reach(from: directory)
    var neighbours = Neighbours()
    neighbours.path = path
    neighbours.people = settings.people
    neighbours.chapters = settings.chapters.map { file(EpisodePath.path($0, of: episode), in: configured) }
    neighbours.hasOwnSiblings = !settings.siblings.isEmpty
    if neighbours.hasOwnSiblings {
      neighbours.siblings = settings.siblings.map { file(EpisodePath.path($0, of: episode), in: configured) }
    } else {
      let own = fence(around: directory)
      neighbours.siblings = (episodes(in: directory)[episode] ?? []).prefix(Limit.paths).map { file($0, in: own) }
    }
    neighbours.siblings.removeAll { $0.path == path }
    for index in neighbours.siblings.indices where neighbours.siblings[index].isAllowed {
      neighbours.siblings[index].notation = self.settings(for: neighbours.siblings[index].path).notation
    }
    return neighbours
  }

  /// What the files around a transcript say, as far as its rules want to know. Whoever judges many transcripts at once
  /// takes the people here and reads the rest when a transcript's turn has come.
  public mutating func surroundings(of neighbours: Neighbours, for rules: Settings) -> Surroundings {
    neighbours.surroundings(for: rules, people: people(of: neighbours), files)
  }

  /// The people whom the site knows; nil where no files of people are configured.
  public mutating func people(of neighbours: Neighbours) -> People? {
    neighbours.people.map { place in
      let found = people[place] ?? People(place.people(fence(around: place.path)))
      people[place] = found
      return found
    }
  }

  /// The files of people that are there.
  public mutating func paths(of place: PeopleFiles) -> [String] { place.paths(fence(around: place.path)) }

  /// The files in a directory that promise text, by their episode. What the configuration excludes is left out.
  private mutating func episodes(in directory: String) -> [String: [String]] {
    if let known = listings[directory] { return known }
    let chain = chain(in: directory)
    let prefix = directory == "/" ? directory : directory + "/"
    let found = fence(around: directory).entries(of: directory).filter { name in
      !name.hasPrefix(".") && TextFile.promises(name) && chain?.excludes(prefix + name, isDirectory: false) != true
    }
    let episodes = Dictionary(grouping: found, by: episodeName)
    listings[directory] = episodes
    return episodes
  }

  /// Forgets what was read: a file has changed.
  public mutating func forget() {
    fences = [:]
    reaches = [:]
    chosen = [:]
    known = [:]
    settled = [:]
    people = [:]
    listings = [:]
  }

  private mutating func read(_ path: String) -> ConfigurationChain {
    if let chain = known[path] { return chain }
    let chain = ConfigurationChain(path: path, fence(around: resolve("..", in: names(path))))
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
