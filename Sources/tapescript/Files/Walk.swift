import Configuration
import Files

/// Finds the files to check: those that are named, and those in directories that are named.
///
/// Hidden files, files that git ignores and files that the configuration excludes are left out. Links to directories
/// are followed after all real directories, and each directory is walked once. So a file has the same name in every
/// report, and the walk ends whatever links there are. A file that can be reached in several ways is one file. A link
/// that leads out of the repository, or of the named directory where there is none, is not followed: a stranger may have
/// made it.
struct Walk {
  struct File {
    var source: Source
    /// Whether the user named it; otherwise it was found in a directory.
    var isNamed: Bool
  }

  /// Files that were named and cannot be read.
  private(set) var failures: [Failure] = []
  /// The configurations of the files, which say what is excluded.
  var configurations: ConfigurationStore
  private var found: [Identity: File] = [:]
  private var visited: Set<FileStatus.ID> = []
  private var links: [Visit] = []
  private var unreadable: [Failure] = []
  /// Links that lead out of the fence, and where to.
  private var outside: [(link: Failure, target: FileStatus.ID)] = []

  /// A directory that is to be walked.
  private struct Visit {
    /// As it is shown.
    var path: String
    /// The names of its path, starting at the directory where the ignore rules begin.
    var place: [String]
    var rules: IgnoreRules
    /// The repository of the directory that was named; links that lead out of it are not followed.
    let fence: Fence
  }

  /// Two ways lead to the same file if their identities are equal.
  private enum Identity: Hashable {
    case standardInput
    case file(FileStatus.ID)
    /// The real path, for a file with several hard links: each of its names may have other settings.
    case name(String)
    /// The path of staged content.
    case staged(String)
  }

  init(_ configurations: ConfigurationStore) {
    self.configurations = configurations
  }

  /// Sorted by name.
  var files: [File] {
    found.values.sorted { $0.source.name.utf8.lexicographicallyPrecedes($1.source.name.utf8) }
  }

  /// Files that were found in a directory and are not read, which does not make the check fail. A link that leads
  /// outside is left out if its target was named or found in another way.
  var unread: [Failure] {
    unreadable
      + outside.filter { !visited.contains($0.target) && found[.file($0.target)] == nil }.map(\.link)
  }

  /// Whether no file was found, not even an unreadable one.
  var isEmpty: Bool { found.isEmpty && unread.isEmpty }

  mutating func add(standardInput source: Source) {
    found[.standardInput] = File(source: source, isNamed: true)
  }

  /// Adds a file, or all files below a directory. What the user named is added even if it is hidden or ignored.
  mutating func add(_ path: String) {
    do {
      let status = try FileStatus(path)
      guard status.kind == .directory else { return take(path, status, isNamed: true) }
      let (rules, place) = IgnoreRules.around(path)
      let real = realPath(path) ?? absolutePath(path)
      let fence = Fence(LocalFiles(), root: Repository.top(above: real) ?? real)
      try walk(Visit(path: path, place: place, rules: rules, fence: fence), status.id)
    } catch {
      return failures.append(error)
    }
    while !links.isEmpty {
      let link = links.removeFirst()
      do { try walk(link, try FileStatus(link.path).id) } catch { unreadable.append(error) }
    }
  }

  /// Adds the staged content of files, and of all files below directories.
  mutating func addStaged(_ paths: [String]) {
    let staged = StagedFiles(paths, configurations)
    for file in staged.found { found[.staged(file.path)] = File(source: .staged(file), isNamed: true) }
    failures += staged.failures
    configurations = staged.configurations
  }

  private mutating func walk(_ visit: Visit, _ id: FileStatus.ID) throws(Failure) {
    guard visited.insert(id).inserted else { return }
    var inside = visit
    let names = try entries(of: visit.path)
    inside.rules.enter(visit.path, named: names, at: &inside.place)
    for name in names where !name.hasPrefix(".") {
      do { try take(name, in: inside) } catch { unreadable.append(error) }
    }
  }

  private mutating func take(_ name: String, in directory: Visit) throws(Failure) {
    let path = join(directory.path, name)
    let place = directory.place + [name]
    let status = Result { () throws(Failure) in try FileStatus(path) }
    let isDirectory = (try? status.get())?.kind == .directory
    guard name != ConfigurationFile.name, !directory.rules.ignore(place, isDirectory: isDirectory),
      !isExcluded(name, isDirectory, in: directory)
    else { return }
    let there = try status.get()
    guard !there.isLink || directory.fence.holds(path) else {
      return outside.append(
        (
          Failure(
            path: path, reason: "a link that leads out of the repository, or out of the directory where there is none"),
          there.id
        ))
    }
    switch there.kind {
    case .file: take(path, there, isNamed: false)
    case .directory:
      let visit = Visit(path: path, place: place, rules: directory.rules, fence: directory.fence)
      if there.isLink { links.append(visit) } else { try walk(visit, there.id) }
    case .pipe, .device, .other: break
    }
  }

  /// Adds a file once. Its name is its real path if it was reached by that, otherwise the alphabetically first of the
  /// paths by which it was reached.
  private mutating func take(_ path: String, _ status: FileStatus, isNamed: Bool) {
    let identity = status.names == 1 ? Identity.file(status.id) : .name(realPath(path) ?? path)
    var file = File(source: .file(path), isNamed: isNamed)
    if let other = found[identity] {
      file.isNamed = isNamed || other.isNamed
      let isReal = { (path: String) in realPath(path) == absolutePath(path) }
      if isReal(path) == isReal(other.source.name) ? other.source.name < path : isReal(other.source.name) {
        file.source = other.source
      }
    }
    found[identity] = file
  }

  private mutating func isExcluded(_ name: String, _ isDirectory: Bool, in visit: Visit) -> Bool {
    let directory = absolutePath(visit.path)
    return configurations.chain(in: directory)?.excludes(join(directory, name), isDirectory: isDirectory) ?? false
  }
}
