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

  @Flag(help: "Write down all present findings there, so that from now on only new ones are reported.")
  var writeBaseline = false

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
  }

  /// Nil where files are not written.
  ///
  /// - Parameter paths: that were named.
  func silencing(_ paths: [String]) -> Silencing? {
    addIgnore ? Silencing(reason: addIgnoreReason ?? "", reach: Reach(paths)) : nil
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
    if writeBaseline { return BaselineFile(path: baseline ?? Self.standardPath, baseline: nil) }
    if let baseline { return try BaselineFile(reading: baseline) }
    let isThere = (try? FileStatus(Self.standardPath)) != nil
    return isThere && !isIsolated ? try BaselineFile(reading: Self.standardPath) : nil
  }
}
