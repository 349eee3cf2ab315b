import ArgumentParser

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report mistakes in transcripts.",
    discussion: """
      A directory is searched for transcripts; hidden entries and those that git ignores are left out. Files that hold \
      no transcript are counted and left in peace.

      Exits with 0 when nothing is wrong, 1 when a finding is at least as grave as --fail-on, 2 when a file could not \
      be read or there was nothing to check.
      """)

  @Argument(help: ArgumentHelp("Files, directories, or - for the standard input.", valueName: "path"))
  var paths: [String]

  @Option(help: ArgumentHelp("The least severity for which the exit code is 1.", valueName: "severity"))
  var failOn = FailOn.error

  @Flag(help: "Exit with 0 in spite of findings.")
  var exitZero = false

  @Flag(help: "List the transcripts that would be checked, and check nothing.")
  var showFiles = false

  @OptionGroup var report: ReportOptions

  @OptionGroup var input: StandardInputOptions

  func run() throws {
    var walk = Walk()
    for path in paths {
      if path == "-" { walk.add(input.source) } else { walk.add(path) }
    }
    let sources = walk.sources
    if showFiles { return try FileList(sources).write(report, walk.failures) }
    let printer = report.printer(failOn: failOn.severity)
    var checked = try CheckReport(printer, report, files: sources.count)
    checked = inParallel(sources, into: checked, { CheckedFile($0, printer) }, { $0.add($1) })
    try checked.finish(walk.failures)
    if !exitZero, checked.tally.hasFinding(atLeast: failOn.severity) { throw ExitStatus.findings }
  }
}
