import Rules

/// The numbers of a check.
struct Tally: Sendable {
  /// The findings of one rule.
  struct RuleCount: Sendable, Equatable {
    var findings = 0
    /// Findings with a safe fix.
    var safe = 0
    /// Findings whose fixes need a look.
    var offered = 0

    static func + (a: RuleCount, b: RuleCount) -> RuleCount {
      RuleCount(findings: a.findings + b.findings, safe: a.safe + b.safe, offered: a.offered + b.offered)
    }
  }

  private(set) var files = 0
  /// Transcripts by notation.
  private(set) var transcripts: [String: Int] = [:]
  private(set) var segments = 0
  /// In seconds.
  private(set) var spoken = 0.0
  private(set) var withoutTranscript = 0
  /// Files that were found and cannot be read.
  private(set) var unread = 0
  private(set) var findings: [Severity: Int] = [:]
  private(set) var rules: [String: RuleCount] = [:]
  /// How many findings are in the baseline and therefore not reported.
  private(set) var known = 0
  /// How many findings are silenced by the comments that were added.
  private(set) var silenced = 0
  /// Whether a finding makes the check fail.
  private(set) var isFailing = false

  mutating func add(_ file: CheckedFile) {
    files += 1
    switch file.result {
    case .transcript(let extent):
      transcripts[extent.notation, default: 0] += 1
      segments += extent.segments
      spoken += extent.spoken
    case .other: withoutTranscript += 1
    case .unread: unread += 1
    case .failed: break
    }
    findings.merge(file.findings, uniquingKeysWith: +)
    known += file.known
    silenced += file.silenced
    isFailing = isFailing || file.isFailing
    rules.merge(file.rules, uniquingKeysWith: +)
  }

  /// Counts files that were found and could not be read.
  mutating func addUnread(_ count: Int) {
    files += count
    unread += count
  }

  /// The most frequent first.
  var rulesByCount: [(rule: String, count: RuleCount)] {
    rules.map { ($0.key, $0.value) }.sorted { ($1.1.findings, $0.0) < ($0.1.findings, $1.0) }
  }

  /// Whether there was nothing to check. A job that checked nothing must not pass silently.
  var isEmpty: Bool { segments == 0 && findings.isEmpty }
}

extension Tally.RuleCount {
  init(_ finding: Finding) {
    let isSafe = finding.fixes.contains(where: \.isSafe)
    let offered = !isSafe && !finding.fixes.isEmpty
    self.init(findings: finding.count, safe: isSafe ? finding.count : 0, offered: offered ? finding.count : 0)
  }
}
