import Rules

/// All that is said about a check.
struct CheckReport {
  let files: [CheckedFile]
  let tally: Tally
  /// How much could not be read.
  let failures: Int
  let isVerbose: Bool

  /// One array with all findings, one on a line.
  var json: String {
    let findings = files.flatMap(\.printed)
    return findings.isEmpty ? "[]\n" : "[\n" + findings.joined(separator: ",\n") + "\n]\n"
  }

  func text(_ terminal: Terminal) -> String {
    var report = files.flatMap(\.printed).map { $0 + "\n" }.joined()
    if isVerbose, tally.withoutTranscript > 0 {
      report += withoutTranscript.map { $0 + "\n" }.joined() + "\n"
    }
    return tally.isEmpty ? report : report + closing(terminal) + "\n"
  }

  /// The files that hold no transcript, with the reason.
  var withoutTranscript: [String] {
    files.compactMap { file in
      guard case .other(let reason) = file.result else { return nil }
      return "\(visible(file.name)): \(reason)"
    }
  }

  /// Why there was nothing to judge, where that is so.
  var whyNothing: String {
    if tally.files == 0 { return "no file was found" }
    guard tally.transcripts.isEmpty else { return "nobody says anything" }
    let reasons = Set(files.compactMap { if case .other(let reason) = $0.result { reason } else { nil } })
    let reason = reasons.count == 1 ? reasons.first! : "no transcript found"
    return "\(reason) in \(count(tally.withoutTranscript, "file"))"
  }

  private func closing(_ terminal: Terminal) -> String {
    let severities = Severity.allCases.compactMap { severity in
      tally.findings[severity].map { terminal.ink(severity.ink, count($0, severity.name)) }
    }
    let verdict = severities.isEmpty ? terminal.ink(.green, "Nothing wrong") : severities.joined(separator: ", ")
    let notations = tally.transcripts.sorted { $0.key < $1.key }.map { "\(grouped($0.value)) \($0.key)" }
    var line = "\(verdict) in \(count(tally.transcripts.values.reduce(0, +), "transcript"))"
    if !notations.isEmpty { line += " (\(notations.joined(separator: ", ")))" }
    line += ": \(count(tally.segments, "segment")), \(duration(tally.spoken)) spoken"
    if tally.withoutTranscript > 0 {
      line += "; \(grouped(tally.withoutTranscript)) of \(count(tally.files, "file")) without a transcript"
    }
    if failures > 0 { line += "; \(grouped(failures)) not read" }
    return line
  }
}
