import Configuration
import Files

/// Finds the staged content of the files that are named, and of those in directories that are named.
///
/// Hidden files and files that the configuration excludes are left out as in a walk. That git ignores a file has no
/// meaning once it is staged.
struct StagedFiles {
  private(set) var found: [StagedFile] = []
  private(set) var failures: [Failure] = []
  var configurations: ConfigurationStore
  /// By the top directory of each.
  private var repositories: [String: Staged] = [:]

  private struct Staged {
    let git: Git
    /// The id of each file's staged content, by its path from the top.
    let blobs: [String: String]
  }

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
      throw Failure(path: path, reason: "is not in a git repository, so nothing in it is staged")
    }
    let repository = try self.repository(top)
    let inside = String(real.dropFirst(top == "/" ? 1 : top.count + 1))
    if let blob = repository.blobs[inside] {
      return found.append(StagedFile(path: path, blob: blob, repository.git))
    }
    let status = try? FileStatus(path)
    // The file is unchanged; or it is a link, of which only the target's path is staged.
    if status.map({ $0.kind != .directory }) ?? isLink(path) { return }
    let below = inside.isEmpty ? "" : inside + "/"
    let files = repository.blobs.filter { $0.key.hasPrefix(below) }
    if status == nil, files.isEmpty {
      throw Failure(path: path, reason: "there is no such file, and none is staged")
    }
    for (file, blob) in files {
      let rest = String(file.dropFirst(below.count))
      let shown = join(path, rest)
      if !isLeftOut(rest, shown) { found.append(StagedFile(path: shown, blob: blob, repository.git)) }
    }
  }

  private mutating func repository(_ top: String) throws(Failure) -> Staged {
    if let known = repositories[top] { return known }
    let git = try Git(top, for: "--staged")
    let staged = Staged(git: git, blobs: try git.stagedFiles())
    repositories[top] = staged
    return staged
  }

  private mutating func isLeftOut(_ path: String, _ shown: String) -> Bool {
    let names = path.split(separator: "/")
    if names.contains(where: { $0.hasPrefix(".") }) || names.last.map(String.init) == ConfigurationFile.name {
      return true
    }
    let whole = absolutePath(shown)
    return configurations.chain(for: whole)?.excludes(whole, isDirectory: false) ?? false
  }

  /// The real path. A staged file may be gone from the working tree, but mostly the directory above it exists.
  private static func place(of path: String) -> String? {
    if let real = realPath(path) { return real }
    let whole = absolutePath(path)
    guard let slash = whole.lastIndex(of: "/"), slash > whole.startIndex else { return nil }
    return place(of: String(whole[..<slash])).map { join($0, String(whole[whole.index(after: slash)...])) }
  }
}
