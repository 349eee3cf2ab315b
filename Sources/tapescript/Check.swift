import ArgumentParser
import Files
import Platform

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report mistakes in transcripts, and fix them.",
    discussion: """
      Directories are searched for transcripts; hidden files and files that git ignores are left out. Files without a \
      transcript are counted and otherwise left alone.

      Exits with 0 when nothing is wrong; with 1 when a finding is at least as severe as --fail-on, or --diff has \
      something to show; with 2 when a file that was named could not be read, a file could not be written, or no file \
      was found.
      """)

  @Argument(
    help: ArgumentHelp("Files, directories, or - for the standard input.", valueName: "path"), completion: .file())
  var arguments: [String]
  private var paths: [String] { ParserArguments.paths(in: arguments) }

  @OptionGroup(title: "What is looked for") var selection: SelectionOptions

  @OptionGroup(title: "Fixes") var fixes: FixOptions

  @OptionGroup(title: "Silence") var silence: BaselineOptions

  @OptionGroup(title: "The report") var report: ReportOptions

  @OptionGroup(title: "When to fail") var verdict: VerdictOptions

  @Flag(help: "List the transcripts that would be checked, and check nothing.")
  var showFiles = false

  @Flag(help: "Show the settings of each file and where they are stated, and check nothing.")
  var showSettings = false

  @OptionGroup var watching: WatchOptions

  @OptionGroup(title: "Configuration") var configuration: ConfigurationOptions

  @OptionGroup var input: StandardInputOptions

  func validate() throws {
    if fixes.diff, report.format != .full || report.statistics {
      throw ValidationError("--diff replaces the report, so it cannot be combined with --format or --statistics.")
    }
    if silence.writeBaseline || silence.pruneBaseline || silence.addIgnore, fixes.fix || fixes.diff {
      throw ValidationError(
        """
        --write-baseline, --prune-baseline and --add-ignore work on the findings of unchanged files, so they cannot be \
        combined with --fix or --diff.
        """)
    }
    if silence.writeBaseline || silence.pruneBaseline, paths.contains("-") {
      throw ValidationError(
        "A baseline names files, so --write-baseline and --prune-baseline cannot be combined with -.")
    }
    if selection.staged, fixes.fix || fixes.diff || silence.addIgnore || paths.contains("-") {
      throw ValidationError(
        "--staged checks what git holds, which is never changed, so it cannot be combined with --fix, --diff, --add-ignore or -."
      )
    }
    if selection.staged, watching.watch {
      throw ValidationError("--watch checks files, and --staged checks what git holds, so they cannot be combined.")
    }
    if selection.since != nil, fixes.fix || fixes.diff || paths.contains("-") {
      throw ValidationError("--since reports on files as they are, so it cannot be combined with --fix, --diff or -.")
    }
    if watching.watch, paths.contains("-") {
      throw ValidationError("--watch cannot be combined with -: the standard input can be read only once.")
    }
  }

  func run() throws {
    guard watching.watch else { return try runOnce() }
    try Watch(paths: paths, configurations: configuration.store).run(runOnce)
  }

  private func runOnce() throws {
    var walk = Walk(configuration.store)
    if selection.staged {
      walk.addStaged(paths)
    } else {
      for path in paths {
        if path == "-" { walk.add(standardInput: input.source) } else { walk.add(path) }
      }
    }
    var isWrong = false
    let subjects = walk.configurations.subjects(walk.files, isWrong: &isWrong)
    if isWrong, subjects.isEmpty { throw ExitStatus.failure }
    let inputs = Inputs(paths + walk.configurations.paths + [silence.readPath].compactMap(\.self), subjects)
    try leavingOnFailure(try inputs.spare(report.outputFile))
    try leavingOnFailure(try inputs.spare(silence.writtenPath))
    if showSettings { return try SettingsList(subjects).write(report, isWrong) }
    if showFiles { return try FileList(subjects).write(report, walk, verdict.allowEmpty) }
    let fixing = fixes.run(report.terminal, paths)
    let changed = try selection.since.map {
      try leavingOnFailure(try ChangedLines(since: $0, in: subjects.map(\.source), isStaged: selection.staged))
    }
    let baseline = try leavingOnFailure(try silence.baseline(isIsolated: configuration.isolated))
    let plan = CheckPlan(
      printer: fixes.diff ? DiffPrinter() : report.printer,
      selection: selection.selection, changed: changed, fixing: fixing,
      silencing: silence.silencing, baseline: baseline, failOn: verdict.failOn?.severity,
      relations: Relations(subjects, selection.selection))
    var checked = try CheckReport(plan.printer, report, fixing, files: subjects.count)
    checked = inParallel(subjects, into: checked, { CheckedFile($0, plan) }, { $0.add($1) })
    if let baseline { checked.settle(baseline, isWrong ? nil : walk.failures, paths: paths) }
    try checked.finish(walk, mayBeEmpty: selection.staged ? true : verdict.allowEmpty)
    if isWrong { throw ExitStatus.failure }
    if silence.writeBaseline { return }
    try fixing?.isMerelyShown == true ? checked.failIfChanged() : verdict.apply(to: checked.tally)
  }
}
