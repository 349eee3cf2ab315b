import ArgumentParser
import SourceText

struct VerdictOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The lowest severity that makes the exit code 1; error unless configured.",
      valueName: "severity"))
  var failOn: FailOn?

  @Option(help: ArgumentHelp("Exit with 1 when there are more warnings than this.", valueName: "count"))
  var maxWarnings: Int?

  @Flag(help: "Exit with 0 even if there are findings.")
  var exitZero = false

  @Flag(
    inversion: .prefixedNo,
    help: "Whether a check that finds no transcript may pass. By default it may if there was any file.")
  var allowEmpty: Bool?

  func validate() throws {
    if let maxWarnings, maxWarnings < 0 { throw ValidationError("--max-warnings must not be negative.") }
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
