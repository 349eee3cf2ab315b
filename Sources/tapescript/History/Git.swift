import Files

/// A git repository, as far as a check asks it something.
struct Git {
  private let top: String

  /// - Parameter top: the directory of its working tree.
  init(_ top: String) {
    self.top = top
  }

  /// The lines of each file, by its path from the top, in which it differs from what it was at a revision.
  func patch(since revision: String) throws(Failure) -> [String: [ClosedRange<Int>]] {
    let commit = try run("rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}") {
      "there is no revision “\(revision)” in this repository" + ($0.isEmpty ? "" : " (\($0))")
    }
    let id = String(decoding: commit.filter { $0 > 0x20 }, as: UTF8.self)
    return PatchReader.lines(
      in: try run(
        "-c", "core.quotePath=false", "diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames",
        "--text", "--ignore-submodules", "--src-prefix=a/", "--dst-prefix=b/", id, "--"))
  }

  /// By their paths from the top.
  func trackedFiles() throws(Failure) -> Set<String> {
    Set(try run("ls-files", "-z").split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
  }

  private func run(_ arguments: String..., reason: (String) -> String = { $0 }) throws(Failure) -> [UInt8] {
    let command: Command
    do {
      command = try Command("git", ["-C", top] + arguments)
    } catch {
      throw Failure(path: "git", reason: "cannot be run, and --since needs it: \(error.reason)")
    }
    guard command.status == 0 else {
      let said = String(decoding: command.complaints.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      throw Failure(path: shownPath(top), reason: reason(said))
    }
    return command.output
  }
}
