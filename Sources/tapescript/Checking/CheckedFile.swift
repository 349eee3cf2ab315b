import Files
import Rules
import Transcript
import Workspace

/// The result of checking one file, and its part of the report.
struct CheckedFile: Sendable {
  enum Result: Sendable {
    case transcript(Extent)
    /// No transcript, and why not.
    case other(reason: String)
    /// A file that was found in a directory and cannot be read.
    case unread(reason: String)
    case failed(Failure)
  }

  /// How much was checked.
  struct Extent: Sendable {
    var notation: String
    var segments: Int
    /// From the first time to the last, in seconds.
    var spoken: Double

    init(_ reading: Reading, notation: String) {
      self.notation = notation
      let timeline = Timeline(reading)
      segments = timeline.segments.count
      spoken = timeline.span(of: timeline.segments).map { $0.end.seconds - $0.start.seconds } ?? 0
    }
  }

  let name: String
  let result: Result
  /// How many findings there are of each severity.
  private(set) var findings: [Severity: Int] = [:]
  /// How many findings each rule has.
  private(set) var rules: [String: Tally.RuleCount] = [:]
  /// The part of the report about this file; nil for nothing.
  private(set) var piece: String?
  /// Nil if no fixes were to be made.
  private(set) var fixed: FixOutcome?
  /// How many findings comments hide from now on.
  private(set) var silenced = 0
  /// How many findings are in the baseline and therefore not reported.
  private(set) var known = 0
  /// How the findings differ from the baseline; nil if there is no baseline or the file could not be read.
  private(set) var outcome: BaselineOutcome?

  /// Whether a finding is severe enough to make the check fail.
  private(set) var isFailing = false

  init(_ subject: Subject, _ plan: CheckPlan) {
    name = subject.source.name
    let settings = plan.selection.applied(to: subject.settings.rules)
    var surroundings = subject.surroundings(for: settings)
    surroundings.copies = plan.relations.copies(of: subject)
    let judge = { [surroundings] in Judge.findings(in: $0, settings, surroundings, fixes: $1) }
    let judgeToTell = { (reading: Reading) in judge(reading, .told) }
    let limit = plan.failOn ?? subject.settings.failOn ?? .error
    let isTooGrave = { (finding: Finding) in finding.severity >= limit }
    var file: TranscriptFile
    var isRead = false
    do {
      file = try plan.relations.file(subject)
      isRead = true
      fixed = try plan.fixing?.fix(&file, subject.source, judge: judge)
      silenced = try plan.silencing?.silence(&file, subject.source, judge: judgeToTell, isFailing: isTooGrave) ?? 0
    } catch {
      result = subject.isNamed || isRead ? .failed(error) : .unread(reason: error.reason)
      return
    }
    // `FixLoop` knows which fixes it refused; these are no longer safe, so its findings are used.
    var found = fixed?.left ?? file.reading.map(judgeToTell) ?? []
    if let baseline = plan.baseline, subject.source.filePath != nil {
      let count = found.count
      outcome = baseline.heed(&found, in: file.reading, of: baseline.key(of: name)) { rule in
        Rule.named(rule).map(settings.isOn) ?? true
      }
      known = count - found.count
    }
    guard let reading = file.reading else {
      result = .other(reason: file.reason ?? "no transcript found")
      return
    }
    result = .transcript(Extent(reading, notation: file.notation ?? ""))
    if let changed = plan.changed { found = changed.relevant(found, in: reading.text, of: subject.source) }
    isFailing = found.contains(where: isTooGrave)
    for finding in found {
      findings[finding.severity, default: 0] += finding.count
      rules[finding.rule] = (rules[finding.rule] ?? Tally.RuleCount()) + Tally.RuleCount(finding)
    }
    piece = plan.printer.piece(FileFindings(name: name, text: reading.text, findings: found, failOn: limit))
  }
}
