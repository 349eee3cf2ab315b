import Rules

/// What was checked, in numbers.
struct Tally: Sendable {
  /// The findings of one rule.
  struct RuleCount: Sendable, Equatable {
    var findings = 0
    /// Those that can be mended without a look.
    var safe = 0
    /// Those with repairs that need one.
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
  /// How many findings are in the baseline and not mentioned.
  private(set) var known = 0
  /// How many findings comments hide from now on.
  private(set) var silenced = 0
  /// Whether there is a finding that is not tolerated.
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

  /// Counts files that were found, and of which nothing more is known.
  mutating func addUnread(_ count: Int) {
    files += count
    unread += count
  }

  /// The most frequent first.
  var rulesByCount: [(rule: String, count: RuleCount)] {
    rules.map { ($0.key, $0.value) }.sorted { ($1.1.findings, $0.0) < ($0.1.findings, $1.0) }
  }

  /// Whether there was nothing to judge. A green job that looked at nothing would be a lie.
  var isEmpty: Bool { segments == 0 && findings.isEmpty }
}

extension Tally.RuleCount {
  init(_ finding: Finding) {
    let isSafe = finding.fixes.contains(where: \.isSafe)
    let offered = !isSafe && !finding.fixes.isEmpty
    self.init(findings: finding.count, safe: isSafe ? finding.count : 0, offered: offered ? finding.count : 0)
  }
}
