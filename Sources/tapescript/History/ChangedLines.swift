import Files
import Rules
import SourceText

/// The lines that have changed since a revision of a git repository.
struct ChangedLines: Sendable {
  private enum Change {
    /// The revision does not know the file.
    case everything
    /// Counted from 1.
    case lines([ClosedRange<Int>])
  }

  /// By the path as it was given. A file that is missing here has not changed.
  private var changes: [String: Change] = [:]

  /// Asks git once for each repository that files lie in.
  ///
  /// - Parameter isStaged: whether the staged content is compared with the revision instead of the working tree.
  init(since revision: String, in sources: [Source], isStaged: Bool) throws(Failure) {
    var repositories: [String: [(path: String, inside: String)]] = [:]
    for path in sources.compactMap(\.filePath) {
      guard let real = realPath(path) else { continue }
      guard let top = Repository.top(above: real) else {
        throw Failure(path: path, reason: "is not in a git repository, so its earlier revisions are not known")
      }
      repositories[top, default: []].append((path, String(real.dropFirst(top == "/" ? 1 : top.count + 1))))
    }
    for (top, files) in repositories {
      var git = try Git(top, for: "--since")
      let commit = try git.commit(of: revision)
      let tracked = try git.trackedFiles()
      let unknown = files.map(\.inside).filter { !tracked.contains($0) }
      if !isStaged, !unknown.isEmpty, try git.hasMissingFiles() { git = try git.knowing(unknown) }
      let patch = try git.patch(since: commit, isStaged: isStaged)
      for file in files {
        if let lines = patch[file.inside] {
          changes[file.path] = .lines(lines)
        } else if !tracked.contains(file.inside) {
          changes[file.path] = .everything
        }
      }
    }
  }

  /// The findings that concern a changed line: the finding lies in it or names it as the reason.
  func relevant(_ findings: [Finding], in text: Text, of source: Source) -> [Finding] {
    guard let path = source.filePath, let change = changes[path] else { return [] }
    guard case .lines(let changed) = change else { return findings }
    let lines = DiffLines(text.bytes)
    return findings.filter { finding in
      ([finding.range] + finding.related.map(\.range)).contains { range in
        let touched = lines.lines(around: range.isEmpty ? range : range.dropLast())
        return changed.contains {
          $0.overlaps(touched.lowerBound + 1...max(touched.lowerBound + 1, touched.upperBound))
        }
      }
    }
  }
}
