import Files

/// The staged content of a file: what the index of its repository holds.
struct StagedFile: Sendable, Hashable {
  /// As it is shown.
  let path: String
  private let blob: String
  private let git: Git

  init(path: String, blob: String, _ git: Git) {
    self.path = path
    self.blob = blob
    self.git = git
  }

  func read() throws(Failure) -> [UInt8] { try git.content(of: blob, path: path) }

  static func == (a: StagedFile, b: StagedFile) -> Bool { (a.path, a.blob) == (b.path, b.blob) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(blob)
  }
}

extension Git {
  /// The content ids of the files that the next commit changes, by their paths from the top. Links and submodules are
  /// left out.
  func stagedFiles() throws(Failure) -> [String: String] {
    let found = try run(
      [
        "diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--ignore-submodules=all",
        try lastTree(), "--",
      ])
    var pieces = found.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }[...]
    var files: [String: String] = [:]
    // `:100644 100644 <id before> <id now> M`, then the path. Source: git-diff-index(1), "Raw output format".
    while let what = pieces.popFirst()?.split(separator: " "), let path = pieces.popFirst() {
      if what.count == 5, what[1].hasPrefix("100"), "AM".contains(what[4]) { files[path] = String(what[3]) }
    }
    return files
  }

  /// What the next commit is compared with: the last commit, or an empty tree before the first commit.
  private func lastTree() throws(Failure) -> String {
    let found = try run(["rev-parse", "--verify", "--quiet", "HEAD^{tree}"], mayFail: [1])
    let tree = found.isEmpty ? try run(["hash-object", "-t", "tree", "/dev/null"]) : found
    return String(decoding: tree.filter { $0 > 0x20 }, as: UTF8.self)
  }

  fileprivate func content(of blob: String, path: String) throws(Failure) -> [UInt8] {
    let size = Int(String(decoding: try run(["cat-file", "-s", blob]).filter { $0 > 0x20 }, as: UTF8.self)) ?? .max
    guard size <= OpenFile.largest else {
      throw Failure(path: path, reason: "is larger than \(OpenFile.largest >> 20) MB, the largest size that is read")
    }
    return try run(["cat-file", "blob", blob])
  }
}
