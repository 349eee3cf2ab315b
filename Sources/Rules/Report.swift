import SourceText
import Transcript

/// Collects the findings of rules and provides the settings for them.
public struct Report {
  let settings: Settings
  let surroundings: Surroundings
  /// The glossary, prepared for searching.
  let lexicon: Lexicon
  private var findings: FindingList
  private var loose: [LooseMarks] = []
  private let rules: [AppliedRule]
  /// For which findings fixes are made.
  let fixes: FixScope
  /// The index of the rule that is running.
  private var current = 0
  private var dependence = Dependence()
  private var labels: KnownLabels?
  private var repeats: (found: [Repeats], dependence: Dependence)?

  /// - Parameter limit: how many findings of a rule are reported individually; further ones are only counted.
  init(
    _ rules: [AppliedRule], _ settings: Settings, _ surroundings: Surroundings, limit: Int = FindingList.mostInText,
    fixes: FixScope
  ) {
    findings = FindingList(limit: limit)
    self.fixes = fixes
    self.rules = rules
    self.settings = settings
    lexicon = settings.lexicon
    self.surroundings = surroundings
  }

  /// An empty report with other fixes.
  func making(_ fixes: FixScope) -> Report {
    Report(rules, settings, surroundings, fixes: fixes)
  }

  mutating func begin(_ rule: Int) {
    current = rule
  }

  private var rule: Rule { rules[current].rule }

  /// Adds a finding. Its place and message are computed only if the finding is reported individually, and its fixes
  /// only if they are wanted.
  ///
  /// - Parameters:
  ///   - atMost: the highest severity, for a finding that is less certain than the others of its rule.
  ///   - atLeast: the lowest severity, for a finding that does more harm than the others of its rule, unless the
  ///     configuration sets the severity.
  mutating func callAsFunction(
    _ range: @autoclosure () -> Range<Int>, _ message: @autoclosure () -> Message, atMost: Severity = .error,
    atLeast: Severity = .hint,
    related: @autoclosure () -> [Finding.Related] = [],
    fixes made: @autoclosure () -> [Fix?] = []
  ) {
    let severity = min(max(rules[current].severity, rules[current].isChosen ? .hint : atLeast), atMost)
    let number = rules[current].number
    guard !findings.isFull(of: number) else {
      findings.count(number, severity)
      guard fixes.isJoined, rules[current].rule.fix == .safe,
        let fix = made().lazy.compactMap(\.self).first(where: \.isSafe)
      else { return }
      return findings.join(fix, of: number)
    }
    var text = message().text
    // A quotation may come from several lines.
    if text.utf8.contains(0x0A) { text = text.split(whereSeparator: \.isWhite).joined(separator: " ") }
    let place = range()
    let fixes = fixes.holds(rule, at: place) ? made().compactMap { $0.flatMap { $0.isNothing ? nil : $0 } } : []
    findings.append(
      Finding(
        rule: rules[current].rule.id, severity: severity, message: visible(text), range: place, related: related(),
        fixes: fixes, number: number))
  }

  /// Keeps marks of a segment whose partners may stand elsewhere in the turn, for the look of the rule at turns.
  ///
  /// - Parameter body: reports marks of a title, which belongs to no turn, and those of a segment with so many that they
  ///   are rather signs of something else.
  mutating func keep(_ marks: LooseMarks, in passage: Passage, otherwise body: (LooseMarks, inout Report) -> Void) {
    guard !passage.isTitle, marks.count <= Self.mostLoose else { return body(marks, &self) }
    var marks = marks
    marks.rule = current
    if !marks.isEmpty { loose.append(marks) }
  }

  private static let mostLoose = 100

  /// The value of an option that is a number.
  func number(_ option: Rule.Option) -> Double {
    if case .number(let number) = settings.value(of: option, of: rule) { number } else { 0 }
  }

  func flag(_ option: Rule.Option) -> Bool {
    settings.value(of: option, of: rule) == .flag(true)
  }

  func words(_ option: Rule.Option) -> [String] {
    if case .words(let words) = settings.value(of: option, of: rule) { words } else { [] }
  }

  /// Notes that the rule's findings depend on the words of a segment, given by its block.
  mutating func readWords(of block: Int) {
    dependence.blocks.append(block)
  }

  /// Notes that the findings of this run depend on the words of all segments.
  mutating func readWordsEverywhere() {
    dependence.isOnAll = true
  }

  /// The segments that repeat each other, found once for all rules that need them.
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

  /// The labels of the transcript, collected once for all rules that search words for a label.
  mutating func knownLabels(in reading: Reading) -> KnownLabels {
    let labels = labels ?? KnownLabels(reading)
    self.labels = labels
    return labels
  }

  /// Removes and returns the findings since the last call.
  mutating func take() -> [Finding] {
    findings.take()
  }

  /// Removes and returns the marks kept since the last call.
  mutating func takeLoose() -> [LooseMarks] {
    guard !loose.isEmpty else { return [] }
    defer { loose = [] }
    return loose
  }

  /// Removes and returns the segments that the findings of the last run depend on.
  mutating func takeDependence() -> Dependence {
    defer { dependence = Dependence() }
    dependence.blocks.sort()
    return dependence
  }
}

/// The segments on whose words findings depend.
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
