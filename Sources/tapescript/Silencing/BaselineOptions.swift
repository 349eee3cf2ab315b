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

  @Option(
    help: ArgumentHelp(
      "Write comments into the files that silence what would make the check fail, with this reason.",
      valueName: "reason"))
  var addIgnore: String?

  func validate() throws {
    if writeBaseline, addIgnore != nil {
      throw ValidationError("--write-baseline and --add-ignore do the same in two ways: choose one.")
    }
  }

  /// - Parameter isIsolated: then only a baseline that is named is heeded.
  func baseline(isIsolated: Bool) throws(Failure) -> BaselineFile? {
    if writeBaseline { return BaselineFile(path: baseline ?? Self.standardPath, baseline: nil) }
    if let baseline { return try BaselineFile(reading: baseline) }
    let isThere = (try? FileStatus(Self.standardPath)) != nil
    return isThere && !isIsolated ? try BaselineFile(reading: Self.standardPath) : nil
  }
}
