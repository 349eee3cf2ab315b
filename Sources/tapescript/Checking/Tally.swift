import Rules

/// What was checked, in numbers.
struct Tally {
  private(set) var files = 0
  /// Transcripts by notation.
  private(set) var transcripts: [String: Int] = [:]
  private(set) var segments = 0
  /// In seconds.
  private(set) var spoken = 0.0
  private(set) var withoutTranscript = 0
  private(set) var findings: [Severity: Int] = [:]

  init(_ checked: [CheckedFile]) {
    files = checked.count
    for file in checked {
      switch file.result {
      case .transcript(let extent):
        transcripts[extent.notation, default: 0] += 1
        segments += extent.segments
        spoken += extent.spoken
      case .other: withoutTranscript += 1
      case .failed: break
      }
      findings.merge(file.findings, uniquingKeysWith: +)
    }
  }

  /// Whether there was nothing to judge. A green job that looked at nothing would be a lie.
  var isEmpty: Bool { segments == 0 && findings.isEmpty }

  func hasFinding(atLeast severity: Severity) -> Bool {
    findings.keys.contains { $0 >= severity }
  }
}
