import Configuration
import Files

/// Finds what is staged of the files that are named, and of those in the directories that are named.
///
/// Hidden entries, and those that the configuration excludes, are left out as in a walk; that git ignores a file means
/// nothing once it is staged.
struct StagedFiles {
  private(set) var found: [StagedFile] = []
  private(set) var failures: [Failure] = []
  var configurations: ConfigurationStore
  /// By the top of its repository.
  private var repositories: [String: (git: Git, files: [(path: String, blob: String)])] = [:]

  init(_ paths: [String], _ configurations: ConfigurationStore) {
    self.configurations = configurations
    for path in paths {
      do throws(Failure) { try add(path) } catch { failures.append(error) }
    }
    var seen: Set<String> = []
    found = found.filter { seen.insert(absolutePath($0.path)).inserted }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func add(_ path: String) throws(Failure) {
    guard let real = Self.place(of: path), let top = Repository.top(above: real) else {
      throw Failure(path: path, reason: "is in no git repository, so nothing of it is staged")
    }
    let repository = try self.repository(top)
    let inside = String(real.dropFirst(top == "/" ? 1 : top.count + 1))
    var isThere = (try? FileStatus(path)) != nil
    for file in repository.files {
      if file.path == inside {
        found.append(StagedFile(path: path, blob: file.blob, repository.git))
        isThere = true
      } else if inside.isEmpty || file.path.hasPrefix(inside + "/") {
        isThere = true
        let rest = String(file.path.dropFirst(inside.isEmpty ? 0 : inside.count + 1))
        let shown = join(path, rest)
        if !isLeftOut(rest, shown) { found.append(StagedFile(path: shown, blob: file.blob, repository.git)) }
      }
    }
    if !isThere { throw Failure(path: path, reason: "there is no such file, and none is staged") }
  }

  private mutating func repository(
    _ top: String
  ) throws(Failure) -> (git: Git, files: [(path: String, blob: String)]) {
    if let known = repositories[top] { return known }
    let git = try Git(top, for: "--staged")
    let repository = (git, try git.stagedFiles())
    repositories[top] = repository
    return repository
  }

  private mutating func isLeftOut(_ path: String, _ shown: String) -> Bool {
    let names = path.split(separator: "/")
    if names.contains(where: { $0.hasPrefix(".") }) || names.last.map(String.init) == ConfigurationFile.name {
      return true
    }
    let whole = absolutePath(shown)
    return configurations.chain(for: whole)?.excludes(whole, isDirectory: false) ?? false
  }

  /// The path without links. What is staged need not be in the working tree any more; the directory above it mostly is.
  private static func place(of path: String) -> String? {
    if let real = realPath(path) { return real }
    let whole = absolutePath(path)
    guard let slash = whole.lastIndex(of: "/"), slash > whole.startIndex else { return nil }
    return place(of: String(whole[..<slash])).map { join($0, String(whole[whole.index(after: slash)...])) }
  }
}
