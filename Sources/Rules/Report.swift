import SourceText
import Transcript

/// Where rules put what they find, and where they learn what is wanted of them.
public struct Report {
  let settings: Settings
  let surroundings: Surroundings
  private(set) var findings: [Finding] = []
  private let rules: [Rule]
  /// The one that is looking, by its index.
  private var current = 0
  private var dependence = Dependence()
  private var repeats: (found: [Repeats], dependence: Dependence)?

  init(_ rules: [Rule], _ settings: Settings, _ surroundings: Surroundings) {
    self.rules = rules
    self.settings = settings
    self.surroundings = surroundings
  }

  mutating func begin(_ rule: Int) {
    current = rule
  }

  private var rule: Rule { rules[current] }

  /// - Parameters:
  ///   - atMost: caps the severity of a finding that is less certain than the others of its rule.
  ///   - atLeast: how grave a finding is that does more harm than the others of its rule, unless the configuration says how
  ///     grave they are.
  mutating func callAsFunction(
    _ range: Range<Int>, _ message: String, atMost: Severity = .error, atLeast: Severity = .hint,
    related: [Finding.Related] = [],
    fixes: [Fix] = []
  ) {
    // What is quoted may have been on several lines.
    let message =
      message.utf8.contains(0x0A) ? message.split(whereSeparator: \.isWhitespace).joined(separator: " ") : message
    let shown = visible(message)
    let isChosen = settings.choices[rule.id]?.severity != nil
    let severity = min(max(settings.severity(of: rule), isChosen ? .hint : atLeast), atMost)
    findings.append(
      Finding(rule: rule.id, severity: severity, message: shown, range: range, related: related, fixes: fixes))
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

  /// Notes that what the rule says depends on the words of a segment, given by its block.
  mutating func readWords(of block: Int) {
    dependence.blocks.append(block)
  }

  /// Notes that what the rule says depends on words anywhere, this time.
  mutating func readWordsEverywhere() {
    dependence.isOnAll = true
  }

  /// The segments that repeat each other, sought once for all rules that want to know.
  mutating func repeats(in reading: Reading) -> [Repeats] {
    let known =
      repeats
      ?? {
        var dependence = Dependence()
        return (reading.repeats(reads: { dependence.blocks.append($0) }), dependence)
      }()
    repeats = known
    dependence.blocks += known.dependence.blocks
    return known.found
  }

  mutating func take() -> [Finding] {
    defer { findings = [] }
    return findings
  }

  /// What the findings depend on that were taken last.
  mutating func takeDependence() -> Dependence {
    defer { dependence = Dependence() }
    dependence.blocks.sort()
    return dependence
  }
}

/// On whose words findings depend.
struct Dependence {
  /// In order.
  var blocks: [Int] = []
  var isOnAll = false

  func isOn(_ block: Int) -> Bool {
    guard !isOnAll else { return true }
    let place = blocks.partitioningIndex { $0 >= block }
    return place < blocks.count && blocks[place] == block
  }
}
