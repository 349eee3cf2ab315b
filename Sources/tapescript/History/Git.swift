import Files
import Platform

/// A git repository, as far as a check asks it something.
///
/// A repository is a stranger's, and its configuration and attributes can name programs: filters, drivers for diffs,
/// monitors, hooks, helpers of transports. None of them is started: what could name one is overruled, so git does nothing
/// but read. That a repository must belong to the user (`safe.directory`) is left to git.
struct Git: Sendable {
  let top: String
  private let program: String
  var environment: Environment
  /// Overrules the configuration of the repository.
  var settings: [String]
  /// Holds what stands in for files of the repository.
  var scratch: ScratchFolder?

  /// - Parameters:
  ///   - top: the directory of its working tree.
  ///   - purpose: the option that needs git, for people.
  init(_ top: String, for purpose: String) throws(Failure) {
    self.top = top
    guard let program = Files.program(named: "git") else {
      throw Failure(path: "git", reason: "cannot be run, and \(purpose) needs it: No such file or directory")
    }
    self.program = program
    // What the variables of git say is about the repository in which somebody works, and may be about another one.
    // Settings that the user has set in this way count, such as which directories are safe; what could start a program is
    // overruled below whoever has said it.
    var environment = Environment { !$0.hasPrefix("GIT_") || $0.hasPrefix("GIT_CONFIG") }
    if let index = getenv("GIT_INDEX_FILE") {
      // But a hook is told in this way what is about to be committed.
      environment.set("GIT_INDEX_FILE", absolutePath(String(cString: index)))
    }
    // The repository is this one or none: a broken one must not lead to another above it.
    let parent = top.lastIndex(of: "/").map { top[..<$0] } ?? ""
    environment.set("GIT_CEILING_DIRECTORIES", parent.isEmpty ? "/" : String(parent))
    environment.set("GIT_OPTIONAL_LOCKS", "0")
    environment.set("GIT_TERMINAL_PROMPT", "0")
    // A missing object may be fetched by a program that the repository names. No transport is allowed.
    environment.set("GIT_NO_LAZY_FETCH", "1")
    environment.set("GIT_ALLOW_PROTOCOL", "none")
    self.environment = environment
    // An empty monitor is none in every version of git; `false` is the name of a program to old ones.
    settings = ["core.fsmonitor=", "core.hooksPath=/dev/null", "core.quotePath=false"]
    try disarmFilters()
  }

  /// A filter is run on each changed file before it is compared. With an empty command it is none.
  private mutating func disarmFilters() throws(Failure) {
    let found = try run(["config", "--null", "--name-only", "--get-regexp", #"^filter\..*"#], mayFail: [1])
    for name in Set(found.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }).sorted() {
      guard let dot = name.lastIndex(of: "."), !name.contains("="), !name.contains("\n") else {
        throw failure("its configuration names a filter “\(name)” that cannot be turned off")
      }
      let filter = name[..<dot]
      settings += ["\(filter).clean=", "\(filter).process=", "\(filter).smudge=", "\(filter).required=false"]
    }
  }

  /// The id of the commit that a revision means.
  func commit(of revision: String) throws(Failure) -> String {
    let found = try run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"]) {
      "there is no revision “\(revision)” in this repository" + ($0.isEmpty ? "" : " (\($0))")
    }
    return String(decoding: found.filter { $0 > 0x20 }, as: UTF8.self)
  }

  /// The lines of each file, by its path from the top, in which the working tree, or what is staged, differs from a commit.
  /// A file that was renamed is held against what it was.
  func patch(since commit: String, isStaged: Bool) throws(Failure) -> [String: [ClosedRange<Int>]] {
    // The plumbing heeds no taste: how a diff looks is said here and nowhere else.
    PatchReader.lines(
      in: try run(
        ["diff-index"] + (isStaged ? ["--cached"] : []) + [
          "-p", "-U0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-textconv", "-M",
          "-l2000", "--text", "--ignore-submodules=all", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/", commit,
          "--",
        ]))
  }

  /// By their paths from the top.
  func trackedFiles() throws(Failure) -> Set<String> {
    Set(try run(["ls-files", "-z"]).split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
  }

  /// - Parameters:
  ///   - mayFail: exit codes that are answers, too.
  ///   - reason: makes a sentence of what git complains about.
  func run(
    _ arguments: [String], mayFail: Set<Int32> = [], reason: (String) -> String = { $0 }
  ) throws(Failure) -> [UInt8] {
    let options = ["-C", top, "--no-pager"] + settings.flatMap { ["-c", $0] }
    let command = try Command(program, options + arguments, environment)
    guard command.status == 0 || mayFail.contains(command.status) else {
      throw failure(reason(String(decoding: command.complaints.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)))
    }
    return command.output
  }

  private func failure(_ reason: String) -> Failure { Failure(path: shownPath(top), reason: reason) }
}
