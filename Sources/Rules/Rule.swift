import Transcript

/// Something that a careful editor would not want in a transcript, with its reason.
///
/// A rule is a value. It sees a `Reading` and cannot ask which notation that is written in. Its page is
/// `docs/rules/<id>.md`, and the examples there are its tests.
public struct Rule: Sendable {
  /// As written in configuration: "allow *id*" reads well.
  public let id: String
  /// Of the findings, where the rule does not say otherwise.
  public let severity: Severity
  /// Why it matters and to whom, in a sentence: shown on hover.
  public let why: String
  let looks: Looks

  /// How far a rule looks. The findings of a rule that looks at one block are kept with it, so such a rule must not look
  /// at anything outside.
  enum Looks: Sendable {
    case atFaults(Set<Fault>, @Sendable (Reading, _ fault: Part, _ block: Int, inout Report) -> Void)
    case atBlock(@Sendable (Reading, _ block: Int, inout Report) -> Void)
    case atDocument(@Sendable (Reading, inout Report) -> Void)
  }

  init(_ id: String, _ severity: Severity, why: String, looks: Looks) {
    self.id = id
    self.severity = severity
    self.why = why
    self.looks = looks
  }

  /// All rules, by id.
  public static let all: [Rule] = [
    .conflictMarker, .encoding, .headerEmpty, .headerUntitled, .segmentEmpty, .speakerMalformed, .speakerNotAName,
    .speakerSimilar, .timeMalformed, .timeMissing, .timeOrder, .timeRange, .timeSecMismatch, .timeSecMissing,
    .transcriptMissing, .yamlFrontMatter, .yamlHashTruncation, .yamlSyntax, .yamlUnquotedTime,
  ]

  /// The rule with an id.
  public static func named(_ id: String) -> Rule? {
    all.first { $0.id == id }
  }
}

/// Where rules put what they find.
public struct Report {
  private(set) var findings: [Finding] = []
  private var rule: Rule

  init(for rule: Rule) {
    self.rule = rule
  }

  mutating func begin(_ rule: Rule) {
    self.rule = rule
  }

  mutating func callAsFunction(
    _ range: Range<Int>, _ message: String, severity: Severity? = nil, related: [Finding.Related] = [],
    fixes: [Fix] = []
  ) {
    findings.append(
      Finding(
        rule: rule.id, severity: severity ?? rule.severity, message: message, range: range, related: related,
        fixes: fixes))
  }

  mutating func take() -> [Finding] {
    defer { findings = [] }
    return findings
  }
}
