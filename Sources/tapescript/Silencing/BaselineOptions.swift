import ArgumentParser
import Files
import Rules

struct BaselineOptions: ParsableArguments {
  /// The default path of the baseline. It is used when the check runs in the directory that holds it.
  static let standardPath = "tapescript-baseline.json"

  @Option(
    help: ArgumentHelp(
      "Do not report the findings in this file; \(standardPath) by default, if it exists.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  @Flag(
    help: """
      Write all present findings to the baseline, so that only new ones are reported from now on. Entries for other \
      files are kept.
      """)
  var writeBaseline = false

  @Flag(help: "Drop the entries of the baseline that no longer match a finding.")
  var pruneBaseline = false

  @Flag(
    help: """
      Write comments into the files that silence the findings which would make the check fail; --add-ignore=REASON \
      gives a reason in them.
      """)
  var addIgnore = false

  /// The reason behind `--add-ignore=`; see `ParserArguments`.
  @Option(help: .private)
  var addIgnoreReason: String?

  func validate() throws {
    if writeBaseline, addIgnore {
      throw ValidationError("--write-baseline and --add-ignore both silence all present findings; choose one.")
    }
    if writeBaseline, pruneBaseline {
      throw ValidationError(
        "--write-baseline also drops entries that match nothing, so --prune-baseline is not needed with it.")
    }
    if baseline == "-" {
      throw ValidationError("--baseline takes a file; it cannot be read from the standard input.")
    }
  }

  /// Nil where no comments are added.
  var silencing: Silencing? {
    addIgnore ? Silencing(reason: addIgnoreReason ?? "") : nil
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
    if let status, status.kind != .file { throw Failure(path: path, reason: "is not a file") }
    return try BaselineFile(reading: path, for: pruneBaseline ? .prune : .heed)
  }
}
