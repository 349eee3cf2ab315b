import Configuration
import Files

/// Finds the files that may hold transcripts: those that are named, and those in directories that are named.
///
/// Hidden files, files that git ignores and files that the configuration excludes are left out. Links to directories
/// are followed after all real directories, and each directory is walked once. So a file has the same name in every
/// report, and the search ends whatever links there are. A file that can be reached in several ways is one file. A link
/// that leads out of the fence is not followed: a stranger may have made it.
public struct FileSearch: Sendable {
  public struct File: Sendable {
    /// As it is shown.
    public var path: String
    public var stamp: FileStatus.Stamp
    /// Whether the user named it; otherwise it was found in a directory.
    public var isNamed: Bool
  }

  /// Files that were named and cannot be read.
  public private(set) var failures: [Failure] = []
  /// The configurations of the files, which say what is excluded.
  public var configurations: ConfigurationStore
  /// Whether the search ended before it had seen everything.
  public private(set) var isCut = false
  private let limit: Int
  private let isCancelled: @Sendable () -> Bool
  /// In the order in which they were found, which is nearly that of their names.
  private var found: [File] = []
  private var places: [Identity: Int] = [:]
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
    /// Links that lead out of it are not followed.
    let fence: Fence
    /// The absolute path.
    let directory: String

    init(path: String, place: [String], rules: IgnoreRules, fence: Fence) {
      (self.path, self.place, self.rules, self.fence) = (path, place, rules, fence)
      directory = absolutePath(path)
    }
  }

  /// Two ways lead to the same file if their identities are equal.
  private enum Identity: Hashable {
    case file(FileStatus.ID)
    /// The real path, for a file with several hard links: each of its names may have other settings.
    case name(String)
  }

  /// - Parameters:
  ///   - limit: how many files are found at most.
  ///   - isCancelled: asked for each directory; ends the search.
  public init(
    _ configurations: ConfigurationStore, atMost limit: Int = .max,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.configurations = configurations
    self.limit = limit
    self.isCancelled = isCancelled
  }

  /// Sorted by name.
  public var files: [File] { found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }

  /// Files that were found in a directory and are not read, which does not make a check fail. A link that leads outside
  /// is left out if its target was named or found in another way.
  public var unread: [Failure] {
    unreadable
      + outside.filter { !visited.contains($0.target) && places[.file($0.target)] == nil }.map(\.link)
  }

  /// Adds a file, or all files below a directory. What is named is added even if it is hidden or ignored.
  ///
  /// - Parameter root: the directory that no link may leave, without links; nil for the repository around the directory
  ///   that is named, or for that directory where there is none.
  public mutating func add(_ path: String, within root: String? = nil) {
    do {
      let status = try FileStatus(path)
      guard status.kind == .directory else { return take(path, status, isNamed: true) }
      let (rules, place) = IgnoreRules.around(path)
      let real = realPath(path) ?? absolutePath(path)
      let fence = Fence(LocalFiles(), root: root ?? Repository.top(above: real) ?? real)
      try walk(Visit(path: path, place: place, rules: rules, fence: fence), status.id)
    } catch {
      return failures.append(error)
    }
    while !links.isEmpty, !isCut {
      let link = links.removeFirst()
      do { try walk(link, try FileStatus(link.path).id) } catch { unreadable.append(error) }
    }
  }

  private mutating func walk(_ visit: Visit, _ id: FileStatus.ID) throws(Failure) {
    if isCancelled() { isCut = true }
    guard !isCut, visited.insert(id).inserted else { return }
    var inside = visit
    let names = try entries(of: visit.path)
    inside.rules.enter(visit.path, named: names, at: &inside.place)
    for name in names where !name.hasPrefix(".") {
      guard !isCut else { return }
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
    case .file:
      guard found.count < limit else {
        isCut = true
        return
      }
      take(path, there, isNamed: false)
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
    var file = File(path: path, stamp: status.stamp, isNamed: isNamed)
    guard let place = places[identity] else {
      places[identity] = found.count
      return found.append(file)
    }
    let other = found[place]
    file.isNamed = isNamed || other.isNamed
    let isReal = { (path: String) in realPath(path) == absolutePath(path) }
    if isReal(path) == isReal(other.path) ? other.path < path : isReal(other.path) { file.path = other.path }
    found[place] = file
  }

  private mutating func isExcluded(_ name: String, _ isDirectory: Bool, in visit: Visit) -> Bool {
    configurations.chain(in: visit.directory)?.excludes(join(visit.directory, name), isDirectory: isDirectory) ?? false
  }
}
