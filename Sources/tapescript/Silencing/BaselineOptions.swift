import ArgumentParser
import Files
import Rules

struct BaselineOptions: ParsableArguments {
  /// Where a baseline is kept unless another place is named. It is heeded wherever the check is run from beside it.
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

  /// What stands behind the equals sign; see `arguments(_:)`.
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

  /// Nil where files are not written.
  var silencing: Silencing? {
    addIgnore ? Silencing(reason: addIgnoreReason ?? "") : nil
  }

  /// The baseline that is read; nil where one is written.
  var readPath: String? { writeBaseline ? nil : baseline ?? Self.standardPath }

  /// The baseline that is written.
  var writtenPath: String? { writeBaseline ? baseline ?? Self.standardPath : nil }

  /// The arguments as the parser can take them: it knows no option whose value may be left out, so
  /// `--add-ignore=REASON` becomes the flag and a second option. A word behind a blank is never the reason but a path.
  static func arguments(_ given: [String]) -> [String] {
    let written = given.prefix { $0 != "--" }
    return written.flatMap { argument -> [String] in
      guard argument.hasPrefix("--add-ignore=") else { return [argument] }
      let reason = argument.dropFirst("--add-ignore=".count)
      return ["--add-ignore"] + (reason.isEmpty ? [] : ["--add-ignore-reason=" + reason])
    } + given[written.endIndex...]
  }

  /// - Parameter isIsolated: then only a baseline that is named is heeded.
  func baseline(isIsolated: Bool) throws(Failure) -> BaselineFile? {
    let path = baseline ?? Self.standardPath
    let status = try? FileStatus(path)
    if writeBaseline {
      // What is there and is no baseline is written anew.
      let old = status?.kind == .file ? try? BaselineFile(reading: path, for: .write) : nil
      return old ?? BaselineFile(path: path, for: .write)
    }
    if baseline == nil, !pruneBaseline, isIsolated || status == nil { return nil }
    if let status, status.kind != .file { throw Failure(path: path, reason: "is no file") }
    return try BaselineFile(reading: path, for: pruneBaseline ? .prune : .heed)
  }
}
