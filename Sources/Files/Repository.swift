/// What this program needs to know of a git repository.
public enum Repository {
  /// The nearest directory that holds a repository: this one or one above it. The given path must be a real path.
  public static func top(above path: String) -> String? {
    var directory = path[...]
    while true {
      let candidate = directory.isEmpty ? "/" : String(directory)
      if exclude(of: candidate) != nil { return candidate }
      guard !directory.isEmpty, let slash = directory.lastIndex(of: "/") else { return nil }
      directory = directory[..<slash]
    }
  }

  /// The path of a repository's own `info/exclude`, which need not exist; nil where the directory holds no repository.
  public static func exclude(of directory: String) -> String? {
    let git = join(directory, ".git")
    switch (try? FileStatus(git))?.kind {
    case .directory: return join(git, "info/exclude")
    case .file:
      // A worktree or a submodule: the file names the directory. Source: gitrepository-layout(5).
      guard let named = line(git), named.hasPrefix("gitdir: ") else { return nil }
      let own = resolve(String(named.dropFirst(8)), from: directory)
      let common = line(join(own, "commondir")).map { resolve($0, from: own) } ?? own
      return join(common, "info/exclude")
    default: return nil
    }
  }

  private static func line(_ path: String) -> String? {
    contents(path, atMost: 64 << 10).map {
      String(decoding: $0.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }
  }

  private static func resolve(_ path: String, from directory: String) -> String {
    path.hasPrefix("/") ? path : join(directory, path)
  }
}
