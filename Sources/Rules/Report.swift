import Transcript

/// Where rules put what they find, and where they learn what is wanted of them.
public struct Report {
  let settings: Settings
  let surroundings: Surroundings
  private(set) var findings: [Finding] = []
  private var rule: Rule
  private var severity: Severity

  init(for rule: Rule, _ settings: Settings, _ surroundings: Surroundings) {
    self.settings = settings
    self.surroundings = surroundings
    self.rule = rule
    severity = settings.severity(of: rule)
  }

  mutating func begin(_ rule: Rule) {
    self.rule = rule
    severity = settings.severity(of: rule)
  }

  /// - Parameter atMost: caps the severity of a finding that is less certain than the others of its rule.
  mutating func callAsFunction(
    _ range: Range<Int>, _ message: String, atMost: Severity = .error, related: [Finding.Related] = [],
    fixes: [Fix] = []
  ) {
    findings.append(
      Finding(
        rule: rule.id, severity: min(severity, atMost), message: message, range: range, related: related,
        fixes: fixes))
  }

  /// What an option that is a number is set to.
  func number(_ option: Rule.Option) -> Double {
    if case .number(let number) = settings.value(of: option, of: rule) { number } else { 0 }
  }

  func flag(_ option: Rule.Option) -> Bool {
    settings.value(of: option, of: rule) == .flag(true)
  }

  func words(_ option: Rule.Option) -> [String] {
    if case .words(let words) = settings.value(of: option, of: rule) { words } else { [] }
  }

  mutating func take() -> [Finding] {
    defer { findings = [] }
    return findings
  }
}
