import Files
import Platform

/// A git repository, as far as a check reads it.
///
/// A stranger may have made the repository, and its configuration and attributes can name programs: filters, diff
/// drivers, file system monitors, hooks, transport helpers. None of them is started: every setting that could name one
/// is overridden, so git only reads. The rule that a repository must belong to the user (`safe.directory`) is left to
/// git.
struct Git: Sendable {
  let top: String
  private let program: String
  var environment: Environment
  /// Settings that override the configuration of the repository.
  var settings: [String]
  /// Holds files that are used instead of those of the repository.
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
    // Git's variables describe the repository that the user works in, which may be another one. Only the user's
    // settings are kept, such as which directories are safe. A setting that could start a program is overridden below,
    // whoever made it.
    var environment = Environment { !$0.hasPrefix("GIT_") || $0.hasPrefix("GIT_CONFIG") }
    if let index = getenv("GIT_INDEX_FILE") {
      // In a hook, though, this variable says what is about to be committed.
      environment.set("GIT_INDEX_FILE", absolutePath(String(cString: index)))
    }
    // Git must use this repository and no other: if it is broken, not one in a directory above it.
    let parent = top.lastIndex(of: "/").map { top[..<$0] } ?? ""
    environment.set("GIT_CEILING_DIRECTORIES", parent.isEmpty ? "/" : String(parent))
    environment.set("GIT_OPTIONAL_LOCKS", "0")
    environment.set("GIT_TERMINAL_PROMPT", "0")
    // The repository may name a program that fetches missing objects. No transport is allowed.
    environment.set("GIT_NO_LAZY_FETCH", "1")
    environment.set("GIT_ALLOW_PROTOCOL", "none")
    self.environment = environment
    // An empty name turns the monitor off in every version of git; old versions would take `false` for the name of a
    // program.
    settings = ["core.fsmonitor=", "core.hooksPath=/dev/null", "core.quotePath=false"]
    try disarmFilters()
  }

  /// Git runs a filter on each changed file before it compares it. An empty command turns the filter off.
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

  /// The id of the commit that a revision stands for.
  func commit(of revision: String) throws(Failure) -> String {
    let found = try run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"]) {
      "there is no revision “\(revision)” in this repository" + ($0.isEmpty ? "" : " (\($0))")
    }
    return String(decoding: found.filter { $0 > 0x20 }, as: UTF8.self)
  }

  /// The changed lines of each file, by its path from the top: the working tree, or the staged content, compared with a
  /// commit. A renamed file is compared with what it was.
  func patch(since commit: String, isStaged: Bool) throws(Failure) -> [String: [ClosedRange<Int>]] {
    // This command ignores the user's preferences for diffs, so the form is fixed here.
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
  ///   - mayFail: other exit codes that are valid answers.
  ///   - reason: turns git's complaint into a sentence.
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
