import ArgumentParser
import Files
import Platform
import Rules
import SourceText

/// The whole report of a check, written as files are finished.
struct CheckReport: Sendable {
  private(set) var tally = Tally()
  /// How each file differs from the baseline.
  private var outcomes: [BaselineOutcome] = []
  /// The lines about entries of the baseline that no longer match a finding.
  private var staleLines: [String] = []
  /// The path of the baseline that was written.
  private var writtenBaseline: String?
  private let printer: any Printer
  private let options: ReportOptions
  private let fixing: FixRun?
  private let destination: ReportDestination
  private var failures: [Failure] = []
  private var withoutTranscript: [(name: String, reason: String)] = []
  /// Whether nothing was printed for any file.
  private var isEmpty = true
  /// How many findings were fixed, or would be.
  private var fixed = 0
  /// Whether there is a diff for a file.
  private var hasDiff = false
  private var progress: Progress?

  /// - Parameter files: how many are to be checked.
  init(_ printer: any Printer, _ options: ReportOptions, _ fixing: FixRun?, files: Int) throws(ExitCode) {
    self.printer = printer
    self.options = options
    self.fixing = fixing
    do {
      let givesText = fixing?.givesText ?? false
      destination = try ReportDestination(options.reportPath, otherwise: givesText ? STDERR_FILENO : STDOUT_FILENO)
    } catch {
      complain("tapescript: \(error)")
      throw ExitStatus.failure
    }
    if isatty(STDERR_FILENO) != 0 { progress = Progress(files: files) }
    destination.write(printer.opening)
  }

  mutating func add(_ file: CheckedFile) {
    tally.add(file)
    if let outcome = file.outcome { outcomes.append(outcome) }
    switch file.result {
    case .transcript: break
    case .other(let reason), .unread(let reason): withoutTranscript.append((file.name, reason))
    case .failed(let failure): failures.append(failure)
    }
    if let piece = file.piece, !piece.isEmpty {
      // If the report goes to a file, the progress line on the terminal can stay.
      if isatty(STDOUT_FILENO) != 0 { hideProgress() }
      destination.write((isEmpty ? "" : printer.separator) + piece)
      isEmpty = false
    }
    if let fixed = file.fixed { add(fixed) }
    if let line = progress?.step() { printError(line) }
  }

  private mutating func add(_ file: FixOutcome) {
    fixed += file.made
    hasDiff = hasDiff || !file.diff.isEmpty
    if !file.diff.isEmpty, isatty(STDOUT_FILENO) != 0 { hideProgress() }
    destination.write(file.diff)
    guard !file.refusals.isEmpty else { return }
    hideProgress()
    for line in file.refusals { complain(line) }
  }

  /// Writes a new baseline, or drops or names the entries that no longer match. Nothing happens if a file could not be
  /// read, because a baseline of half an archive would be wrong.
  ///
  /// - Parameters:
  ///   - otherFailures: nil if files were left out because of mistakes in their configuration.
  ///   - paths: the paths that were checked.
  mutating func settle(_ baseline: BaselineFile, _ otherFailures: [Failure]?, paths: [String]) {
    guard failures.isEmpty, otherFailures?.isEmpty == true else { return }
    let changes = BaselineChanges(baseline, outcomes, paths: paths)
    switch baseline.purpose {
    case .heed where changes.staleCount > 0:
      let what = counted(changes.staleCount, "finding")
      staleLines = ["\(baseline.path): \(what) in it no longer match; --prune-baseline drops them"]
      staleLines += changes.lines()
    case .heed: break
    case .prune, .write:
      if baseline.purpose == .prune, changes.staleCount > 0 {
        staleLines = ["\(baseline.path): dropped \(counted(changes.staleCount, "finding")) that no longer match"]
        staleLines += changes.lines()
      }
      do {
        if baseline.purpose == .write || changes.baseline != baseline.baseline { try baseline.write(changes.baseline) }
        if baseline.purpose == .write { writtenBaseline = baseline.path }
      } catch {
        failures.append(error)
      }
    }
  }

  /// Exits with 1 if a diff was shown.
  func failIfChanged() throws(ExitCode) {
    if hasDiff { throw ExitStatus.findings }
  }

  /// Writes the end of the report. Exits with 2 if a file could not be read or there was nothing to check.
  ///
  /// - Parameter mayBeEmpty: whether a check without a transcript may pass; if nil, it passes as long as files were
  ///   found.
  mutating func finish(_ walk: Walk, mayBeEmpty: Bool?) throws(ExitCode) {
    hideProgress()
    failures = (failures + walk.failures).sorted()
    tally.addUnread(walk.unread.count)
    withoutTranscript = (withoutTranscript + walk.unread.map { ($0.path, $0.reason) }).sorted { $0.name < $1.name }
    for failure in failures { complain("tapescript: \(failure)") }
    if !options.quiet { for line in staleLines { complain("tapescript: \(line)") } }
    var end = printer.closing(ReportEnd(isEmpty: isEmpty, tally: tally, failures: failures))
    let names = options.verbose ? withoutTranscript.map { "\(visible($0.name)): \($0.reason)" } : []
    let isForPeople = options.format.isForPeople && fixing?.isMerelyShown != true
    if !isForPeople {
      for name in names { complain(name) }
    } else if !options.quiet {
      if !names.isEmpty { end += names.joined(separator: "\n") + "\n\n" }
      if !tally.isEmpty { end += closing + "\n" }
      if hasSummary { end += summary + "\n" }
      if let offer { end += offer + "\n" }
    }
    destination.write(end)
    if hasSummary, !isForPeople, !options.quiet { complain(summary) }
    do {
      try destination.finish()
    } catch {
      complain("tapescript: \(error)")
      throw ExitStatus.failure
    }
    if !failures.isEmpty { throw ExitStatus.failure }
    guard tally.isEmpty else { return }
    let isFailure = !(mayBeEmpty ?? (tally.files > 0))
    if isFailure || mayBeEmpty == nil && !options.quiet { complain("tapescript: nothing was checked: \(whyNothing)") }
    if isFailure { throw ExitStatus.failure }
  }

  /// If nothing could be read or written, the number of remaining findings is not known.
  private var hasSummary: Bool { fixing != nil && (failures.isEmpty || !tally.isEmpty) }

  /// How many of the reported findings `--fix` would fix.
  private var offer: String? {
    let safe = tally.rules.values.reduce(0) { $0 + $1.safe }
    return fixing == nil && safe > 0 ? "\(grouped(safe)) can be fixed with --fix" : nil
  }

  private var closing: String {
    let baseline = writtenBaseline.map { "written to \(visible($0))" } ?? "in the baseline"
    return tally.closing(options.terminal, failures: failures.count, known: baseline)
  }

  /// `3 fixed, 2 left`.
  private var summary: String {
    let left = grouped(tally.findings.values.reduce(0, +))
    return fixing?.isMerelyShown == true
      ? "\(grouped(fixed)) would be fixed, \(left) would be left" : "\(grouped(fixed)) fixed, \(left) left"
  }

  private mutating func hideProgress() {
    if let line = progress?.hide() { printError(line) }
  }

  /// Why there was nothing to check.
  private var whyNothing: String {
    if tally.files == 0 {
      return
        "no file was found; hidden files, files that git ignores and files that the configuration excludes do not count"
    }
    guard tally.transcripts.isEmpty else { return "there are no segments" }
    if !options.verbose, withoutTranscript.count == 1, let file = withoutTranscript.first {
      return "\(visible(file.name)): \(file.reason)"
    }
    let hint = options.verbose ? "" : "; --verbose names them"
    return "no transcript found in \(counted(withoutTranscript.count, "file"))\(hint)"
  }
}

extension Tally {
  /// The last line of a report for people.
  ///
  /// - Parameter known: where the findings are that were not reported.
  fileprivate func closing(_ terminal: Terminal, failures: Int, known place: String) -> String {
    let severities = Severity.allCases.compactMap { severity in
      findings[severity].map { terminal.ink(severity.ink, counted($0, severity.name)) }
    }
    let verdict =
      severities.isEmpty
      ? terminal.ink(.green, known > 0 ? "Nothing new" : "Nothing wrong") : severities.joined(separator: ", ")
    let notations = transcripts.sorted { $0.key < $1.key }.map { "\(grouped($0.value)) \($0.key)" }
    var line = "\(verdict) in \(counted(transcripts.values.reduce(0, +), "transcript"))"
    if !notations.isEmpty { line += " (\(notations.joined(separator: ", ")))" }
    line += ": \(counted(segments, "segment"))"
    if spoken > 0 { line += ", \(duration(spoken)) spoken" }
    if withoutTranscript > 0 {
      line += "; \(grouped(withoutTranscript)) of \(counted(files, "file")) without a transcript"
    }
    if unread > 0 { line += "; \(counted(unread, "file")) not read" }
    if known > 0 { line += "; \(counted(known, "finding")) \(place)" }
    if silenced > 0 { line += "; \(counted(silenced, "finding")) silenced by comments" }
    if failures > 0 { line += "; \(counted(failures, "failure"))" }
    return line
  }
}
