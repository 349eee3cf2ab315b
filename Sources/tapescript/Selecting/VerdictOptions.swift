import ArgumentParser
import SourceText

struct VerdictOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The least severity for which the exit code is 1; error unless the configuration says otherwise.",
      valueName: "severity"))
  var failOn: FailOn?

  @Option(help: ArgumentHelp("The exit code is 1 when there are more warnings than this.", valueName: "count"))
  var maxWarnings: Int?

  @Flag(help: "Exit with 0 in spite of findings.")
  var exitZero = false

  @Flag(
    inversion: .prefixedNo,
    help: "Whether a check without a transcript may pass; otherwise it may unless no file at all was found.")
  var allowEmpty: Bool?

  func validate() throws {
    if let maxWarnings, maxWarnings < 0 { throw ValidationError("--max-warnings counts from 0.") }
  }

  /// Exits with 1 where there are more findings than allowed.
  func apply(to tally: Tally) throws {
    let warnings = tally.findings[.warning] ?? 0
    let isTooMany = maxWarnings.map { warnings > $0 } ?? false
    if isTooMany {
      complain("tapescript: \(counted(warnings, "warning")), and no more than \(grouped(maxWarnings!)) are allowed")
    }
    if !exitZero, isTooMany || tally.isFailing { throw ExitStatus.findings }
  }
}
