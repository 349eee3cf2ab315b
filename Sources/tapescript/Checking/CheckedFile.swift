import Files
import Rules
import Transcript

/// What was found in one file, and how that is printed.
struct CheckedFile: Sendable {
  enum Result: Sendable {
    case transcript(Extent)
    /// No transcript, and why not. Front matter without a transcript is judged all the same.
    case other(reason: String)
    case failed(Failure)
  }

  /// How much was checked.
  struct Extent: Sendable {
    var notation: String
    var segments: Int
    /// From the first time to the last, in seconds.
    var spoken: Double

    init(_ file: TranscriptFile) {
      notation = file.notation ?? ""
      let timeline = file.reading.map(Timeline.init)
      segments = timeline?.segments.count ?? 0
      let span = timeline.flatMap { $0.span(of: $0.segments) }
      spoken = span.map { $0.end.seconds - $0.start.seconds } ?? 0
    }
  }

  let name: String
  let result: Result
  /// How many findings there are of each severity.
  private(set) var findings: [Severity: Int] = [:]
  /// How many findings each rule has.
  private(set) var rules: [String: Tally.RuleCount] = [:]
  /// What the report says of the file; nil for nothing.
  private(set) var piece: String?
  /// Nil where nothing was to be repaired.
  private(set) var fixed: Fixed?
  /// How many findings comments hide from now on.
  private(set) var silenced = 0
  /// How many findings are in the baseline and not mentioned.
  private(set) var known = 0
  /// What the file has to do with the baseline; nil where there is none, or the file could not be read.
  private(set) var outcome: BaselineOutcome?

  /// Whether a finding is at least as grave as what is tolerated.
  private(set) var isFailing = false

  init(_ subject: Subject, _ plan: CheckPlan) {
    name = subject.source.name
    let settings = plan.selection.applied(to: subject.settings.rules)
    var surroundings = subject.surroundings(for: settings)
    surroundings.copies = plan.relations.copies(of: subject)
    let judge = { [surroundings] in Judge.findings(in: $0, settings, surroundings) }
    let limit = plan.failOn ?? subject.settings.failOn ?? .error
    let isTooGrave = { (finding: Finding) in finding.severity >= limit }
    var file: TranscriptFile
    do {
      file = try TranscriptFile(subject.source, notation: subject.settings.notation)
      fixed = try plan.fixing?.mend(&file, subject.source, judge: judge)
      silenced = try plan.silencing?.silence(&file, subject.source, judge: judge, isFailing: isTooGrave) ?? 0
    } catch {
      result = .failed(error)
      return
    }
    result = file.reason.map { .other(reason: $0) } ?? .transcript(Extent(file))
    // A fix that was refused is no longer safe: the mender knows.
    var found = fixed?.left ?? file.reading.map(judge) ?? []
    if let baseline = plan.baseline, subject.source.filePath != nil {
      let count = found.count
      outcome = baseline.heed(&found, in: file.reading, of: baseline.key(of: name)) { rule in
        Rule.named(rule).map(settings.isOn) ?? true
      }
      known = count - found.count
    }
    guard let reading = file.reading else { return }
    if let changed = plan.changed { found = changed.relevant(found, in: reading.text, of: subject.source) }
    isFailing = found.contains(where: isTooGrave)
    for finding in found {
      findings[finding.severity, default: 0] += finding.count
      rules[finding.rule] = (rules[finding.rule] ?? Tally.RuleCount()) + Tally.RuleCount(finding)
    }
    guard file.reason == nil || !found.isEmpty else { return }
    piece = plan.printer.piece(FileFindings(name: name, text: reading.text, findings: found, failOn: limit))
  }
}
