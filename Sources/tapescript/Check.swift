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

  @Option(help: "How the findings are written.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("The least severity for which the exit code is 1.", valueName: "severity"))
  var failOn = FailOn.error

  @Flag(help: "Exit with 0 in spite of findings.")
  var exitZero = false

  @Flag(name: .shortAndLong, help: "Name the files that hold no transcript.")
  var verbose = false

  @OptionGroup var input: StandardInputOptions

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color = ColorChoice.auto

  func run() throws {
    var walk = Walk()
    for path in paths {
      if path == "-" { walk.add(input.source) } else { walk.add(path) }
    }
    let sources = walk.sources
    let terminal = Terminal(color)
    let checked = inParallel(sources) { CheckedFile($0, format, terminal) }
    let failures = walk.failures + checked.compactMap(\.failure)
    for failure in failures.sorted() { complain("tapescript: \(failure)") }

    let tally = Tally(checked)
    let report = CheckReport(files: checked, tally: tally, failures: failures.count, isVerbose: verbose)
    switch format {
    case .text:
      try printOut(report.text(terminal))
    case .json:
      if verbose { for line in report.withoutTranscript { complain(line) } }
      try printOut(report.json)
    }
    if tally.isEmpty, failures.isEmpty { complain("tapescript: nothing was checked: \(report.whyNothing)") }
    if !failures.isEmpty || tally.isEmpty { throw ExitStatus.failure }
    if !exitZero, tally.hasFinding(atLeast: failOn.severity) { throw ExitStatus.findings }
  }
}
