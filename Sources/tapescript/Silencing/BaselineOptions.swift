import ArgumentParser
import Files
import Rules

struct BaselineOptions: ParsableArguments {
  /// The default path of the baseline. It is used when the check runs in the directory that holds it.
  static let standardPath = "tapescript-baseline.json"

  @Option(
    help: ArgumentHelp(
      "Findings that stand in this file are not reported; \(standardPath) where there is one.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  @Flag(
    help: """
      Write down all present findings there, so that from now on only new ones are reported; what is noted of other \
      files stays.
      """)
  var writeBaseline = false

  @Flag(help: "Drop from the baseline what matches nothing any more.")
  var pruneBaseline = false

  @Flag(
    help: """
      Write comments into the files that silence what would make the check fail; --add-ignore=REASON says in them why.
      """)
  var addIgnore = false

  /// The reason behind `--add-ignore=`; see `ParserArguments`.
  @Option(help: .private)
  var addIgnoreReason: String?

  func validate() throws {
    if writeBaseline, addIgnore {
      throw ValidationError("--write-baseline and --add-ignore do the same in two ways: choose one.")
    }
    if writeBaseline, pruneBaseline {
      throw ValidationError(
        "--write-baseline notes what is there and drops the rest: --prune-baseline adds nothing to it.")
    }
    if baseline == "-" {
      throw ValidationError("--baseline names a file: the standard input comes once.")
    }
  }

  /// Nil where no comments are added.
  ///
  /// - Parameter paths: the paths that the user named.
  func silencing(_ paths: [String]) -> Silencing? {
    addIgnore ? Silencing(reason: addIgnoreReason ?? "", reach: Reach(paths)) : nil
  }

  /// The baseline that is read; nil where one is written.
  var readPath: String? { writeBaseline ? nil : baseline ?? Self.standardPath }

  /// The baseline that is written.
  var writtenPath: String? { writeBaseline ? baseline ?? Self.standardPath : nil }

  /// - Parameter isIsolated: whether a baseline is used only if it is named.
  func baseline(isIsolated: Bool) throws(Failure) -> BaselineFile? {
    let path = baseline ?? Self.standardPath
    let status = try? FileStatus(path)
    if writeBaseline {
      // A file that is not a baseline is overwritten.
      let old = status?.kind == .file ? try? BaselineFile(reading: path, for: .write) : nil
      return old ?? BaselineFile(path: path, for: .write)
    }
    if baseline == nil, !pruneBaseline, isIsolated || status == nil { return nil }
    if let status, status.kind != .file { throw Failure(path: path, reason: "is no file") }
    return try BaselineFile(reading: path, for: pruneBaseline ? .prune : .heed)
  }
}
