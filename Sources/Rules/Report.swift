import SourceText
import Transcript

/// Where rules put what they find, and where they learn what is wanted of them.
public struct Report {
  let settings: Settings
  let surroundings: Surroundings
  /// The glossary as it is searched.
  let lexicon: Lexicon
  private var findings: FindingList
  private let rules: [AppliedRule]
  /// Whether the finding that speaks for others gets their repairs, too.
  private let joinsRepairs: Bool
  /// The one that is looking, by its index.
  private var current = 0
  private var dependence = Dependence()
  private var labels: KnownLabels?
  private var repeats: (found: [Repeats], dependence: Dependence)?

  /// - Parameter limit: how many findings of a rule are told one by one before they are taken.
  init(
    _ rules: [AppliedRule], _ settings: Settings, _ surroundings: Surroundings, limit: Int = FindingList.mostInText,
    joinsRepairs: Bool = false
  ) {
    findings = FindingList(limit: limit)
    self.joinsRepairs = joinsRepairs
    self.rules = rules
    self.settings = settings
    lexicon = settings.lexicon
    self.surroundings = surroundings
  }

  mutating func begin(_ rule: Int) {
    current = rule
  }

  private var rule: Rule { rules[current].rule }

  /// Notes a finding. Its place, words and repairs are asked for only where it is told by itself.
  ///
  /// - Parameters:
  ///   - atMost: caps the severity of a finding that is less certain than the others of its rule.
  ///   - atLeast: how grave a finding is that does more harm than the others of its rule, unless the configuration says how
  ///     grave they are.
  mutating func callAsFunction(
    _ range: @autoclosure () -> Range<Int>, _ message: @autoclosure () -> Message, atMost: Severity = .error,
    atLeast: Severity = .hint,
    related: @autoclosure () -> [Finding.Related] = [],
    fixes: @autoclosure () -> [Fix] = []
  ) {
    let severity = min(max(rules[current].severity, rules[current].isChosen ? .hint : atLeast), atMost)
    let number = rules[current].number
    guard !findings.isFull(of: number) else {
      findings.count(number, severity)
      guard joinsRepairs, rules[current].rule.repair == .safe, let fix = fixes().first(where: \.isSafe) else { return }
      return findings.join(fix, of: number)
    }
    var text = message().text
    // What is quoted may have been on several lines.
    if text.utf8.contains(0x0A) { text = text.split(whereSeparator: \.isWhite).joined(separator: " ") }
    var repairs = fixes()
    if repairs.contains(where: \.isNothing) { repairs.removeAll(where: \.isNothing) }
    findings.append(
      Finding(
        rule: rules[current].rule.id, severity: severity, message: visible(text), range: range(), related: related(),
        fixes: repairs,
        number: number))
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

  /// The labels of the transcript, gathered once for all who look for one in what is said.
  mutating func knownLabels(in reading: Reading) -> KnownLabels {
    let labels = labels ?? KnownLabels(reading)
    self.labels = labels
    return labels
  }

  /// The findings since the last ones were taken.
  mutating func take() -> [Finding] {
    findings.take()
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

/// A rule that is applied, with what the settings say of it: asked at each finding, and the same for all.
struct AppliedRule {
  let rule: Rule
  /// Where it stands in the list of all.
  let number: Int
  /// Of its findings, and whether the settings chose it.
  let severity: Severity
  let isChosen: Bool

  init(_ rule: Rule, _ settings: Settings) {
    self.rule = rule
    number = Rule.number(of: rule.id)
    severity = settings.severity(of: rule)
    isChosen = settings.choices[rule.id]?.severity != nil
  }
}
