import ArgumentParser
import Files
import Rules

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// All that is said about a check, written as the files come in.
struct CheckReport: Sendable {
  private(set) var tally = Tally()
  /// All that was noted for a baseline.
  private(set) var noted = Baseline()
  private let printer: any Printer
  private let options: ReportOptions
  private let fixing: Fixing?
  private let destination: ReportDestination
  private var failures: [Failure] = []
  private var withoutTranscript: [(name: String, reason: String)] = []
  /// Whether no file had anything to say.
  private var isEmpty = true
  /// How many findings were repaired, or would be.
  private var fixed = 0
  /// Whether some file would not be what it is.
  private var hasDiff = false
  private var progress: Progress?

  /// - Parameter files: how many are to be checked.
  init(_ printer: any Printer, _ options: ReportOptions, _ fixing: Fixing?, files: Int) throws(ExitCode) {
    self.printer = printer
    self.options = options
    self.fixing = fixing
    do {
      let givesText = fixing?.givesText ?? false
      destination = try ReportDestination(options.outputFile, otherwise: givesText ? STDERR_FILENO : STDOUT_FILENO)
    } catch {
      complain("tapescript: \(error)")
      throw ExitStatus.failure
    }
    if isatty(STDERR_FILENO) != 0 { progress = Progress(files: files) }
    destination.write(printer.opening)
  }

  mutating func add(_ file: CheckedFile) {
    tally.add(file)
    noted.files.merge(file.noted.files) { $1 }
    switch file.result {
    case .transcript: break
    case .other(let reason): withoutTranscript.append((file.name, reason))
    case .failed(let failure): failures.append(failure)
    }
    if let piece = file.piece, !piece.isEmpty {
      // On another surface than the report's the line may stay.
      if isatty(STDOUT_FILENO) != 0 { hideProgress() }
      destination.write((isEmpty ? "" : printer.separator) + piece)
      isEmpty = false
    }
    if let fixed = file.fixed { add(fixed) }
    if let line = progress?.step() { printError(line) }
  }

  private mutating func add(_ file: Fixed) {
    fixed += file.made
    hasDiff = hasDiff || !file.diff.isEmpty
    destination.write(file.diff)
    guard !file.refusals.isEmpty else { return }
    hideProgress()
    for line in file.refusals { complain(line) }
  }

  /// Leaves with 1 where a diff was shown.
  func failIfChanged() throws(ExitCode) {
    if hasDiff { throw ExitStatus.findings }
  }

  /// Writes what is left to say, and leaves with 2 where a file could not be read or there was nothing to check.
  ///
  /// - Parameter mayBeEmpty: whether nothing to check is no failure.
  mutating func finish(_ otherFailures: [Failure], mayBeEmpty: Bool) throws(ExitCode) {
    hideProgress()
    failures = (failures + otherFailures).sorted()
    for failure in failures { complain("tapescript: \(failure)") }
    var end = printer.closing(ReportEnd(isEmpty: isEmpty, tally: tally, failures: failures))
    let names = options.verbose ? withoutTranscript.map { "\(visible($0.name)): \($0.reason)" } : []
    let isForPeople = options.format.isForPeople && fixing?.isMerelyShown != true
    if !isForPeople {
      for name in names { complain(name) }
    } else if !options.quiet {
      if !names.isEmpty { end += names.joined(separator: "\n") + "\n\n" }
      if !tally.isEmpty { end += tally.closing(options.terminal, failures: failures.count) + "\n" }
      if fixing != nil { end += summary + "\n" }
    }
    destination.write(end)
    if fixing != nil, !isForPeople, !options.quiet { complain(summary) }
    do {
      try destination.finish()
    } catch {
      complain("tapescript: \(error)")
      throw ExitStatus.failure
    }
    if !failures.isEmpty { throw ExitStatus.failure }
    guard tally.isEmpty, !mayBeEmpty else { return }
    complain("tapescript: nothing was checked: \(whyNothing)")
    throw ExitStatus.failure
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

  /// Why there was nothing to judge, where that is so.
  private var whyNothing: String {
    if tally.files == 0 { return "no file was found" }
    guard tally.transcripts.isEmpty else { return "nobody says anything" }
    let reasons = Set(withoutTranscript.map(\.reason))
    let reason = reasons.count == 1 ? reasons.first! : "no transcript found"
    return "\(reason) in \(count(tally.withoutTranscript, "file"))"
  }
}

extension Tally {
  /// The last line of a report for people.
  fileprivate func closing(_ terminal: Terminal, failures: Int) -> String {
    let severities = Severity.allCases.compactMap { severity in
      findings[severity].map { terminal.ink(severity.ink, count($0, severity.name)) }
    }
    let verdict = severities.isEmpty ? terminal.ink(.green, "Nothing wrong") : severities.joined(separator: ", ")
    let notations = transcripts.sorted { $0.key < $1.key }.map { "\(grouped($0.value)) \($0.key)" }
    var line = "\(verdict) in \(count(transcripts.values.reduce(0, +), "transcript"))"
    if !notations.isEmpty { line += " (\(notations.joined(separator: ", ")))" }
    line += ": \(count(segments, "segment")), \(duration(spoken)) spoken"
    if withoutTranscript > 0 {
      line += "; \(grouped(withoutTranscript)) of \(count(files, "file")) without a transcript"
    }
    if known > 0 { line += "; \(count(known, "finding")) in the baseline" }
    if silenced > 0 { line += "; \(count(silenced, "finding")) silenced by comments" }
    if failures > 0 { line += "; \(grouped(failures)) not read" }
    return line
  }
}
