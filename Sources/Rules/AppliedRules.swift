import Transcript

/// The rules that some settings turn on, grouped by what they look at. It is the same for all texts with these
/// settings.
final class AppliedRules: Sendable {
  /// Looks refer to them by index, because a `Rule` is a large struct and each block needs several.
  let rules: [AppliedRule]
  let documentLooks: [DocumentLook]
  let comparisonLooks:
    [(rule: Int, look: @Sendable (Reading, [(block: Int, segment: ComparedSegment)], inout Report) -> Void)]
  /// By the index of the rule.
  let turnLooks: [Int: @Sendable (ArraySlice<LooseMarks>, Reading, inout Report) -> Void]
  let silenceLooks: [(rule: Int, look: @Sendable (Reading, Silences, inout Report) -> Void)]
  let blockLooks: [(rule: Int, look: @Sendable (Reading, Int, inout Report) -> Void)]
  let passageLooks: [(rule: Int, look: @Sendable (Passage, inout Report) -> Void)]
  /// The signs that each of the passage looks needs. They are a column of their own, since they are compared with every
  /// passage.
  let passageSigns: [Signs]
  /// The looks for each fault.
  let faultLooks: [(rule: Int, look: @Sendable (Reading, Part, Int, inout Report) -> Void)?]

  struct DocumentLook {
    let rule: Int
    let reads: Rule.Reads
    let look: @Sendable (Reading, inout Report) -> Void
  }

  init(_ settings: Settings) {
    rules = Rule.all.filter(settings.isOn).map { AppliedRule($0, settings) }
    var documentLooks: [DocumentLook] = []
    var comparisonLooks = [
      (rule: Int, look: @Sendable (Reading, [(block: Int, segment: ComparedSegment)], inout Report) -> Void)
    ]()
    var turnLooks: [Int: @Sendable (ArraySlice<LooseMarks>, Reading, inout Report) -> Void] = [:]
    var silenceLooks: [(rule: Int, look: @Sendable (Reading, Silences, inout Report) -> Void)] = []
    var blockLooks: [(rule: Int, look: @Sendable (Reading, Int, inout Report) -> Void)] = []
    var passageLooks: [(rule: Int, look: @Sendable (Passage, inout Report) -> Void)] = []
    var passageSigns: [Signs] = []
    var faultLooks = [(rule: Int, look: @Sendable (Reading, Part, Int, inout Report) -> Void)?](
      repeating: nil, count: Fault.allCases.count)
    for index in rules.indices {
      for look in rules[index].rule.looks {
        switch look {
        case .atFaults(let faults, let look): for fault in faults { faultLooks[Int(fault.rawValue)] = (index, look) }
        case .atBlock(let look): blockLooks.append((index, look))
        case .atPassage(let signs, let look):
          passageLooks.append((index, look))
          passageSigns.append(signs)
        case .atTurns(let look): turnLooks[index] = look
        case .atDocument(let reads, let look): documentLooks.append(DocumentLook(rule: index, reads: reads, look: look))
        case .atComparisons(let look): comparisonLooks.append((index, look))
        case .atSilences(let look): silenceLooks.append((index, look))
        }
      }
    }
    (self.documentLooks, self.comparisonLooks, self.silenceLooks) = (documentLooks, comparisonLooks, silenceLooks)
    (self.blockLooks, self.passageLooks, self.passageSigns) = (blockLooks, passageLooks, passageSigns)
    self.turnLooks = turnLooks
    self.faultLooks = faultLooks
  }
}

/// A rule that is applied, with its settings, which are looked up once instead of for each finding.
struct AppliedRule {
  let rule: Rule
  /// Its place in the list of all rules.
  let number: Int
  /// The severity of its findings, and whether the settings chose it.
  let severity: Severity
  let isChosen: Bool

  init(_ rule: Rule, _ settings: Settings) {
    self.rule = rule
    number = Rule.number(of: rule.id)
    severity = settings.severity(of: rule)
    isChosen = settings.choices[rule.id]?.severity != nil
  }
}
