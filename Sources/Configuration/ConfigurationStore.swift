import Rules

/// Finds the configuration of each file and remembers it.
public struct ConfigurationStore: Sendable {
  /// Where the configuration is looked for.
  public enum Lookup: Sendable {
    /// In the file's own directory, then in those above it. The closest one wins.
    case nearest
    /// One file is the configuration of all transcripts.
    case file(String)
    /// Nowhere.
    case none
  }

  /// The configuration that an editor sent; it applies where no file was found.
  public var fallback: ConfigurationChain? {
    didSet {
      chosen = [:]
      reaches = [:]
      settled = [:]
    }
  }
  /// The folders that are open in the editor. A configuration in one of them may refer to all its files, unless it lies
  /// in a repository, which may be smaller.
  public var workspaces: [String] = [] {
    didSet { forget() }
  }
  private let lookup: Lookup
  private let files: any FileSystem
  /// By directory: the files that a configuration file in it may refer to.
  private var fences: [String: Fence] = [:]
  /// By directory: the files to which the configuration of the files in it may refer; it may lie in a directory above.
  private var reaches: [String: Fence] = [:]
  /// By directory: the path of the configuration, nil where there is none.
  private var chosen: [String: String?] = [:]
  /// By path: the configurations read so far.
  private var known: [String: ConfigurationChain] = [:]
  /// By the scopes that apply to a file: most files of a configuration have the same settings, and so share one
  /// prepared glossary.
  private var settled: [Scopes: FileSettings] = [:]
  private var people: [PeopleFiles: People] = [:]
  private var pages: [PeopleFiles: [String: String]] = [:]
  /// By directory: the files in it that may be transcripts, grouped by episode.
  private var listings: [String: [String: [String]]] = [:]

  public init(_ lookup: Lookup = .nearest, _ files: any FileSystem, workspaces: [String] = []) {
    self.lookup = lookup
    self.files = files
    self.workspaces = workspaces
  }

  /// The files that a configuration in a directory may refer to: those of its repository; outside of a repository,
  /// those of the workspace folder that it lies in; otherwise those of the directory itself.
  public mutating func fence(around directory: String) -> Fence {
    if let fence = fences[directory] { return fence }
    let real = files.realPath(directory) ?? directory
    // A relative path, such as the empty path of a document without a file, would allow every file.
    let workspace = workspaces.filter { $0.hasPrefix("/") }.map { files.realPath($0) ?? $0 }
      .filter { isPath(real, within: $0) }
      .max { $0.utf8.count < $1.utf8.count }
    var named: String?
    if case .file(let path) = lookup { named = path }
    let fence = Fence(files, root: files.repository(around: directory) ?? workspace ?? real, named: named)
    fences[directory] = fence
    return fence
  }

  /// All configurations read so far.
  public var chains: [ConfigurationChain] { known.values.sorted { $0.links.last!.path < $1.links.last!.path } }

  /// The absolute paths of the files that these consist of, missing files that are extended included.
  public var paths: Set<String> {
    let sent = (fallback?.paths ?? []).filter { $0 != fallback?.links.last?.path }
    return chains.reduce(into: Set(sent)) { $0.formUnion($1.paths) }
  }

  /// The endings of the names of these files, for clients that watch files by their endings.
  public var endings: Set<String> {
    // Files with the common name `tapescript.json` are watched anyway.
    Set(paths.filter { !$0.hasSuffix("/" + ConfigurationFile.name) }.map(ending(of:)))
  }

  /// The path of the nearest configuration file; nil where there is none.
  public mutating func place(for path: String) -> String? {
    switch lookup {
    case .none: nil
    case .file(let path): path
    case .nearest: find(parent(of: path))
    }
  }

  /// The configuration of a file, given by its absolute path.
  public mutating func chain(for path: String) -> ConfigurationChain? {
    chain(in: parent(of: path))
  }

  /// The configuration of the files in a directory, given by its absolute path.
  public mutating func chain(in directory: String) -> ConfigurationChain? {
    switch lookup {
    case .none: return nil
    case .file(let path): return read(path)
    case .nearest: return find(directory).map { known[$0]! } ?? fallback
    }
  }

  /// The files that the configuration of the files in a directory may refer to. It may lie in a directory above.
  private mutating func reach(from directory: String) -> Fence {
    if let fence = reaches[directory] { return fence }
    let own = fence(around: directory)
    let place = chain(in: directory)?.links.last.map { parent(of: $0.path) }
    let wide = place.map { self.fence(around: $0) }.flatMap { $0.holds(directory) ? $0 : nil }
    reaches[directory] = wide ?? own
    return wide ?? own
  }

  /// The configuration that a file at a path would be if it had these bytes.
  public mutating func chain(of bytes: [UInt8], at path: String) -> ConfigurationChain {
    ConfigurationChain(path: path, bytes, fence(around: parent(of: path)))
  }

  /// The settings of a file without a configuration. It is one shared value, so its prepared parts are made once.
  private static let standard = FileSettings()

  public mutating func settings(for path: String) -> FileSettings {
    guard let chain = chain(for: path) else { return Self.standard }
    let scopes = Scopes(configuration: chain.links.last!.path, places: chain.scopes(for: path))
    var settings = settled[scopes] ?? chain.settings(of: scopes.places)
    settled[scopes] = settings
    settings.isExcluded = chain.excludes(path, isDirectory: false)
    return settings
  }

  /// The scopes that apply to a file.
  private struct Scopes: Hashable {
    /// The path of the configuration.
    var configuration: String
    var places: [ConfigurationChain.ScopePlace]
  }

  /// The part of their names that all files of an episode have in common, as the configuration of one of them has it.
  public mutating func episode(of path: String) -> String {
    episodeName(path, own: chain(for: path)?.ownNotations ?? [])
  }

  /// The files around a transcript with these settings.
  ///
  /// - Parameter own: the names of the notations of its configuration, where that cannot be read in its place yet.
  public mutating func neighbours(
    of path: String, _ settings: FileSettings, own ownNotations: Set<String>? = nil
  ) -> Neighbours {
    let directory = parent(of: path)
    let own = ownNotations ?? chain(in: directory)?.ownNotations ?? []
    let episode = episodeName(path, own: own)
    func file(_ name: String, in fence: Fence) -> Neighbours.File {
      Neighbours.File(path: resolve(name, in: names(directory)), name: name, fence: fence)
    }
    let configured = reach(from: directory)
    var neighbours = Neighbours()
    neighbours.path = path
    neighbours.episode = episode
    neighbours.ownNotations = own
    neighbours.people = settings.people
    neighbours.chapters = settings.chapters.map { file(EpisodePath.path($0, of: episode), in: configured) }
    neighbours.hasOwnSiblings = !settings.siblings.isEmpty
    if neighbours.hasOwnSiblings {
      neighbours.siblings = settings.siblings.map { file(EpisodePath.path($0, of: episode), in: configured) }
    } else {
      let fence = fence(around: directory)
      neighbours.siblings = (episodes(in: directory)[episode] ?? []).prefix(Limit.paths).map { file($0, in: fence) }
    }
    neighbours.siblings.removeAll { $0.path == path }
    for index in neighbours.siblings.indices where neighbours.siblings[index].isAllowed {
      neighbours.siblings[index].notation = self.settings(for: neighbours.siblings[index].path).notation
    }
    return neighbours
  }

  /// The people of the site; nil where no files of people are configured.
  public mutating func people(of neighbours: Neighbours) -> People? {
    neighbours.people.map { place in
      let found = people[place] ?? People(place.people(fence(around: place.path)))
      people[place] = found
      return found
    }
  }

  /// The paths of the files of people, by the ids of the people; empty where none are configured.
  public mutating func pages(of neighbours: Neighbours) -> [String: String] {
    guard let place = neighbours.people else { return [:] }
    if let known = pages[place] { return known }
    let found = place.paths(fence(around: place.path)).compactMap { path in
      PeopleFiles.id(of: path).map { ($0, path) }
    }
    let byID = Dictionary(found) { first, _ in first }
    pages[place] = byID
    return byID
  }

  /// The existing files of people.
  public mutating func paths(of place: PeopleFiles) -> [String] { place.paths(fence(around: place.path)) }

  /// The files in a directory that may be transcripts, grouped by episode. Files that the configuration excludes are
  /// left out.
  private mutating func episodes(in directory: String) -> [String: [String]] {
    if let known = listings[directory] { return known }
    let chain = chain(in: directory)
    let prefix = directory == "/" ? directory : directory + "/"
    let found = fence(around: directory).entries(of: directory).filter { name in
      !name.hasPrefix(".") && TextFile.promises(name) && chain?.excludes(prefix + name, isDirectory: false) != true
    }
    let own = chain?.ownNotations ?? []
    let episodes = Dictionary(grouping: found) { episodeName($0, own: own) }
    listings[directory] = episodes
    return episodes
  }

  /// Forgets everything that was read, because a file has changed.
  public mutating func forget() {
    fences = [:]
    reaches = [:]
    chosen = [:]
    known = [:]
    settled = [:]
    people = [:]
    pages = [:]
    listings = [:]
  }

  private mutating func read(_ path: String) -> ConfigurationChain {
    if let chain = known[path] { return chain }
    let chain = ConfigurationChain(path: path, fence(around: parent(of: path)))
    known[path] = chain
    return chain
  }

  /// The path of the nearest configuration, which is read if it was not yet.
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
      found = find(parent(of: directory))
    }
    chosen[directory] = .some(found)
    return found
  }
}
