/// A configuration in its place, with those it extends.
public struct ConfigurationChain: Sendable {
  /// One file of it.
  public struct Link: Sendable {
    /// From the root; what an editor sent has the name under which it is shown.
    public let path: String
    public let file: ConfigurationFile
    /// Those of the file itself, and what it extends in vain.
    public internal(set) var mistakes: [Mistake]
    /// The files that it extends, from the root, also those that it extends in vain.
    var bases: [String] = []
    /// Where patterns and other paths start from, by the names from the root.
    let directory: [String]

    init(_ path: String, _ file: ConfigurationFile, _ mistakes: [Mistake]) {
      self.path = path
      self.file = file
      self.mistakes = mistakes
      directory = names(path).dropLast()
    }
  }

  /// What is extended comes before what extends it; so the later has the last word.
  public private(set) var links: [Link] = []

  /// Reads the configuration at a path and what it extends.
  ///
  /// - Parameter files: those that a configuration may speak of.
  public init(path: String, _ files: any FileSystem) {
    var reader = ChainReader(files)
    switch files.read(path) {
    case .bytes(let bytes): reader.add(path, bytes)
    case .absent: reader.addUnreadable(path, "there is no such file")
    case .unreadable(let reason): reader.addUnreadable(path, reason)
    }
    links = reader.links
  }

  /// Takes these bytes for those of the file at a path.
  public init(path: String, _ bytes: [UInt8], _ files: any FileSystem) {
    var reader = ChainReader(files)
    reader.add(path, bytes)
    links = reader.links
  }

  /// The files, from the root, that it is made of, also those that are extended in vain. What an editor sent is no file.
  var paths: [String] {
    links.flatMap { [$0.path] + $0.bases }
  }

  /// Whether there is a mistake in any of the files.
  public var isWrong: Bool { links.contains { !$0.mistakes.isEmpty } }

  /// What holds for a file; without a path, for files of which nothing is said in particular.
  public func settings(for path: String?) -> FileSettings {
    var settings = settings(of: scopes(for: path))
    settings.isExcluded = path.map { excludes($0, isDirectory: false) } ?? false
    return settings
  }

  /// A scope by its place in the chain.
  struct ScopePlace: Hashable, Sendable {
    var link: Int
    var scope: Int
  }

  /// The scopes that speak of a file.
  func scopes(for path: String?) -> [ScopePlace] {
    let path = path.map(names)
    return links.indices.flatMap { link in
      links[link].file.scopes.indices.filter { scope in
        links[link].file.scopes[scope].files.map { files in
          path.map { files.contains(names($0, from: links[link].directory)) } ?? false
        } ?? true
      }.map { ScopePlace(link: link, scope: $0) }
    }
  }

  /// What holds for the files of which exactly these scopes speak. Whether one is excluded is not asked.
  func settings(of scopes: [ScopePlace]) -> FileSettings {
    var settings = FileSettings()
    let statements = scopes.flatMap { place in
      links[place.link].file.scopes[place.scope].statements.map { (links[place.link], $0) }
    }
    // A profile stands below everything that is said of a rule, wherever it is chosen.
    for (link, statement) in statements {
      if case .profile = statement.setting { settings.apply(statement, from: link) }
    }
    settings.applyProfile()
    for (link, statement) in statements {
      if case .profile = statement.setting { continue }
      settings.apply(statement, from: link)
    }
    settings.applyTerms()
    return settings
  }

  /// What is said of some files, in the order in which it is laid over what holds for all.
  public var exceptions: [(files: [String], lines: [FileSettings.Line])] {
    links.flatMap { link in
      link.file.scopes.compactMap { scope in
        guard let files = scope.files else { return nil }
        var settings = FileSettings()
        for statement in scope.statements { settings.apply(statement, from: link) }
        return (files.patterns, settings.lines.filter { $0.origin != nil })
      }
    }
  }

  /// Whether a directory, or a file that is not named by itself, is left out.
  public func excludes(_ path: String, isDirectory: Bool) -> Bool {
    excludes(names(path), isDirectory: isDirectory)
  }

  private func excludes(_ path: [String], isDirectory: Bool) -> Bool {
    links.contains { $0.file.exclude.contains(names(path, from: $0.directory), isDirectory: isDirectory) }
  }
}

/// A path as somebody wrote it in a directory, from the root and without `.` and `..`.
func resolve(_ path: String, in directory: [String]) -> String {
  var resolved = path.hasPrefix("/") ? [] : directory
  for name in names(path) where name != "." {
    if name == ".." { _ = resolved.popLast() } else { resolved.append(name) }
  }
  return "/" + resolved.joined(separator: "/")
}
