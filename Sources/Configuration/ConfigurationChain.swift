import Formats
import Rules
import SourceText

/// A configuration at its place, with the files that it extends.
public struct ConfigurationChain: Sendable {
  /// One file of the chain.
  public struct Link: Sendable {
    /// The absolute path. For a configuration that an editor sent, it is the name under which it is shown.
    public let path: String
    public let file: ConfigurationFile
    /// The mistakes in the file, and those of its `extends`.
    public internal(set) var mistakes: [Mistake]
    /// The absolute paths of the files that it extends, missing ones included.
    var bases: [String] = []
    /// The directory that its patterns and paths are relative to, by its names.
    let directory: [String]

    init(_ path: String, _ file: ConfigurationFile, _ mistakes: [Mistake]) {
      self.path = path
      self.file = file
      self.mistakes = mistakes
      directory = names(path).dropLast()
    }
  }

  /// The names of the notations that it defines, for some files or for all.
  public private(set) var ownNotations: Set<String> = []
  /// A file that is extended comes before the one that extends it, so the later one overrides it.
  public private(set) var links: [Link] = []

  /// Reads the configuration at a path and the files that it extends.
  ///
  /// - Parameter files: the files that the configuration may refer to.
  public init(path: String, _ files: any FileSystem) {
    var reader = ChainReader(files)
    switch files.read(path) {
    case .bytes(let bytes): reader.add(path, bytes)
    case .absent: reader.addUnreadable(path, "there is no such file")
    case .unreadable(let reason): reader.addUnreadable(path, reason)
    }
    links = reader.links
    checkNotations()
  }

  /// Uses these bytes as the content of the file at a path.
  public init(path: String, _ bytes: [UInt8], _ files: any FileSystem) {
    var reader = ChainReader(files)
    reader.add(path, bytes)
    links = reader.links
    checkNotations()
  }

  /// Adds a mistake for each notation that none of the files defines.
  private mutating func checkNotations() {
    let statements = links.flatMap(\.file.scopes).flatMap(\.statements)
    let own = statements.compactMap { if case .ownNotation(let notation) = $0.setting { notation.name } else { nil } }
    ownNotations = Set(own)
    let known = Set(Notations.builtIn.names + own)
    let names = Notations.builtIn.names + known.subtracting(Notations.builtIn.names).sorted()
    for index in links.indices where !links[index].file.extends.isEmpty {
      for statement in links[index].file.scopes.flatMap(\.statements) {
        guard case .notation(let name) = statement.setting, !known.contains(name) else { continue }
        // There are more than anybody reads in a message.
        let nearest = didYouMean(name, among: names)
        let hint = nearest.isEmpty ? "; “tapescript convert --help” names all" : nearest
        links[index].mistakes.append(
          Mistake(statement.range, "A notation cannot be “\(shortened(name))”" + hint))
      }
    }
  }

  /// The absolute paths of the files that it consists of, missing ones included. A configuration that an editor sent
  /// has no path.
  var paths: [String] {
    links.flatMap { [$0.path] + $0.bases }
  }

  /// Whether there is a mistake in any of the files.
  public var isWrong: Bool { links.contains { !$0.mistakes.isEmpty } }

  /// The settings of a file; without a path, those that hold for every file.
  public func settings(for path: String?) -> FileSettings {
    var settings = settings(of: scopes(for: path))
    settings.isExcluded = path.map { excludes($0, isDirectory: false) } ?? false
    return settings
  }

  /// Identifies a scope in the chain.
  struct ScopePlace: Hashable, Sendable {
    var link: Int
    var scope: Int
  }

  /// The scopes that apply to a file.
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

  /// The settings of the files to which exactly these scopes apply. Whether a file is excluded is not part of them.
  func settings(of scopes: [ScopePlace]) -> FileSettings {
    var settings = FileSettings()
    let statements = scopes.flatMap { place in
      links[place.link].file.scopes[place.scope].statements.map { (links[place.link], $0) }
    }
    // Statements about a rule override a profile, wherever the profile is chosen.
    for (link, statement) in statements where statement.setting.isProfile { settings.apply(statement, from: link) }
    settings.applyProfiles()
    for (link, statement) in statements where !statement.setting.isProfile { settings.apply(statement, from: link) }
    settings.applyTerms()
    return settings
  }

  /// The settings for some files, in the order in which they override those for all files.
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

  /// Whether a directory is left out, or a file that the user did not name.
  public func excludes(_ path: String, isDirectory: Bool) -> Bool {
    excludes(names(path), isDirectory: isDirectory)
  }

  private func excludes(_ path: [String], isDirectory: Bool) -> Bool {
    links.contains { $0.file.exclude.contains(names(path, from: $0.directory), isDirectory: isDirectory) }
  }
}
