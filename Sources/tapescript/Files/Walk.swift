import Configuration
import Files

/// Finds what is to be checked: the files that are named, and those in the directories that are named.
///
/// Hidden entries, those that git ignores and those that the configuration excludes are left out. Links to directories
/// are followed after everything that is really there, and each directory is walked once, so a file has the same name in
/// the report every time, and neither a loop nor any other arrangement of links takes for ever.
struct Walk {
  private(set) var failures: [Failure] = []
  /// Those of the files that were found; they say what is left out.
  var configurations: ConfigurationStore
  private var found: Set<Source> = []
  private var visited: Set<FileStatus.ID> = []
  private var links: [Visit] = []

  /// A directory that is to be walked.
  private struct Visit {
    /// As it is shown.
    var path: String
    /// From the directory where the ignore rules begin.
    var place: [String]
    var rules: IgnoreRules
  }

  init(_ configurations: ConfigurationStore) {
    self.configurations = configurations
  }

  /// In order of name.
  var sources: [Source] { found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } }

  mutating func add(_ source: Source) {
    found.insert(source)
  }

  /// Adds a file, or all that is below a directory. What is named is taken even if it is hidden or ignored.
  mutating func add(_ path: String) {
    guard let status = status(of: path) else { return }
    guard status.kind == .directory else { return add(.file(path)) }
    let (rules, place) = IgnoreRules.around(path)
    walk(Visit(path: path, place: place, rules: rules), status.id)
    while !links.isEmpty {
      let link = links.removeFirst()
      if let status = self.status(of: link.path) { walk(link, status.id) }
    }
  }

  /// Adds what is staged of files, and of all files below directories.
  mutating func addStaged(_ paths: [String]) {
    let staged = StagedFiles(paths, configurations)
    found.formUnion(staged.found.map(Source.staged))
    failures += staged.failures
    configurations = staged.configurations
  }

  private mutating func walk(_ visit: Visit, _ id: FileStatus.ID) {
    guard visited.insert(id).inserted else { return }
    var inside = visit
    do {
      let names = try entries(of: visit.path)
      inside.rules.enter(visit.path, named: names, at: &inside.place)
      for name in names where !name.hasPrefix(".") { take(name, in: inside) }
    } catch {
      failures.append(error)
    }
  }

  private mutating func take(_ name: String, in directory: Visit) {
    let path = join(directory.path, name)
    let place = directory.place + [name]
    let whatIsThere = try? FileStatus(path)
    // Sounds and pictures are often links into a store that was not fetched; only what could be a transcript is missed.
    if whatIsThere == nil, !Source.file(path).promisesText { return }
    let isDirectory = whatIsThere?.kind == .directory
    guard name != ConfigurationFile.name, !directory.rules.ignore(place, isDirectory: isDirectory),
      !isExcluded(name, isDirectory, in: directory), let status = status(of: path)
    else { return }
    switch status.kind {
    case .file: found.insert(.file(path))
    case .directory:
      let visit = Visit(path: path, place: place, rules: directory.rules)
      if isLink(path) { links.append(visit) } else { walk(visit, status.id) }
    case .pipe, .device, .other: break
    }
  }

  private mutating func isExcluded(_ name: String, _ isDirectory: Bool, in visit: Visit) -> Bool {
    let directory = absolutePath(visit.path)
    return configurations.chain(in: directory)?.excludes(join(directory, name), isDirectory: isDirectory) ?? false
  }

  private mutating func status(of path: String) -> FileStatus? {
    do {
      return try FileStatus(path)
    } catch {
      failures.append(error)
      return nil
    }
  }
}
