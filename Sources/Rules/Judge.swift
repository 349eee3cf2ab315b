import SourceText
import Transcript

/// Applies the rules to a document and follows its edits.
///
/// Findings of rules that look at one block are kept with the block, relative to its start, so after a keystroke only
/// the changed blocks are judged again. Findings of rules that look at the whole document are kept as long as nothing
/// changes that they depend on.
public struct Judge: Sendable {
  /// The rules that are applied. Looks refer to them by index, because a `Rule` is a large struct and each block needs
  /// several.
  let rules: [AppliedRule]
  var documentLooks: [DocumentLook] = []
  private(set) var comparisonLooks:
    [(rule: Int, look: @Sendable (Reading, [(block: Int, segment: ComparedSegment)], inout Report) -> Void)] = []
  private(set) var silenceLooks: [(rule: Int, look: @Sendable (Reading, Silences, inout Report) -> Void)] = []
  private(set) var blockLooks: [(rule: Int, look: @Sendable (Reading, Int, inout Report) -> Void)] = []
  private(set) var passageLooks: [(rule: Int, look: @Sendable (Passage, inout Report) -> Void)] = []
  /// The signs that each look at passages waits for, as a column of its own, since they are compared for every passage.
  private(set) var passageSigns: [Signs] = []
  /// The looks for each fault.
  private(set) var faultLooks: [(rule: Int, look: @Sendable (Reading, Part, Int, inout Report) -> Void)?]
  let settings: Settings
  let surroundings: Surroundings

  struct DocumentLook {
    let rule: Int
    let reads: Rule.Reads
    let look: @Sendable (Reading, inout Report) -> Void
    /// Its findings; nil where the rule has to run again.
    var found: (findings: [Finding], dependence: Dependence)?
  }

  /// What is kept for one block, in bytes from its start.
  struct Kept {
    var block: Int
    var findings: [Finding]
    var silences: [Silence]
    var compared: ComparedSegment?
    /// Whether messages and fixes of the findings were left out to save memory.
    var isLight = false

    /// How many findings have messages and fixes.
    var told: Int { isLight ? 0 : findings.count }
  }

  /// Sorted by block; blocks with nothing to keep have no entry.
  private var kept: [Kept] = []
  /// How many of the kept findings have messages and fixes. Beyond a limit, those that are shown are judged again.
  private var told = 0

  private static let mostTold = 2 * FindingList.mostInText

  public init(_ reading: Reading, _ settings: Settings = Settings(), _ surroundings: Surroundings = Surroundings()) {
    self.init(settings, surroundings)
    kept = kept(of: reading.blocks.indices, reading)
  }

  private init(_ settings: Settings, _ surroundings: Surroundings) {
    self.settings = settings
    self.surroundings = surroundings
    faultLooks = Array(repeating: nil, count: Fault.allCases.count)
    rules = Rule.all.filter(settings.isOn).map { AppliedRule($0, settings) }
    for index in rules.indices {
      for look in rules[index].rule.looks { add(look, of: index) }
    }
  }

  private mutating func add(_ look: Rule.Looks, of rule: Int) {
    switch look {
    case .atFaults(let faults, let look): for fault in faults { faultLooks[Int(fault.rawValue)] = (rule, look) }
    case .atBlock(let look): blockLooks.append((rule, look))
    case .atPassage(let signs, let look):
      passageLooks.append((rule, look))
      passageSigns.append(signs)
    case .atDocument(let reads, let look): documentLooks.append(DocumentLook(rule: rule, reads: reads, look: look))
    case .atComparisons(let look): comparisonLooks.append((rule, look))
    case .atSilences(let look): silenceLooks.append((rule, look))
    }
  }

  /// The findings in a text that is read once. Nothing is kept for its blocks, of which there may be a million.
  ///
  /// - Parameter joinsFixes: whether a finding that stands for others gets their fixes, too. Only `FixLoop` needs them,
  ///   and they may be a million edits.
  public static func findings(
    in reading: Reading, _ settings: Settings = Settings(), _ surroundings: Surroundings = Surroundings(),
    joinsFixes: Bool = false
  ) -> [Finding] {
    var judge = Judge(settings, surroundings)
    var gathered = Gathered(reading, joinsFixes: joinsFixes)
    for index in reading.blocks.indices {
      for silence in reading.silences(of: index) { gathered.silences.add(silence, of: index) }
    }
    judge.judge(reading, reading.blocks.indices, joinsFixes: joinsFixes) { gathered.add($0) }
    return judge.findings(in: reading, gathered, joinsFixes: joinsFixes)
  }

  /// Follows an edit: judges the blocks that it brought.
  public mutating func update(_ change: Blocks.Change, _ reading: Reading) {
    let first = kept.partitioningIndex { $0.block >= change.removed.lowerBound }
    let last = kept.partitioningIndex { $0.block >= change.removed.upperBound }
    if change.shift != 0 {
      for index in last..<kept.count { kept[index].block += change.shift }
    }
    told -= kept[first..<last].reduce(0) { $0 + $1.told }
    kept.replaceSubrange(first..<last, with: kept(of: change.inserted, reading))
    for look in documentLooks.indices { documentLooks[look].follow(change, reading) }
  }

  private mutating func kept(of blocks: Range<Int>, _ reading: Reading) -> [Kept] {
    var (kept, told) = ([Kept](), told)
    judge(reading, blocks) { fresh in
      var fresh = fresh
      if told >= Self.mostTold { fresh.lighten() }
      told += fresh.told
      kept.append(fresh)
    }
    self.told = told
    return kept
  }

  /// All findings, in the order of the text.
  public mutating func findings(in reading: Reading) -> [Finding] {
    var gathered = Gathered(reading)
    for kept in kept {
      let start = reading.blocks.start(of: kept.block)
      for silence in kept.silences { gathered.silences.add(silence.shifted(by: start), of: kept.block) }
    }
    for kept in kept {
      if kept.isLight, kept.findings.contains(where: { !gathered.findings.isFull(of: $0.number) }) {
        judge(reading, kept.block..<(kept.block + 1)) { gathered.add($0) }
      } else {
        gathered.add(kept)
      }
    }
    return findings(in: reading, gathered)
  }

  /// Adds the findings of the rules that look at the whole text.
  private mutating func findings(
    in reading: Reading, _ gathered: consuming Gathered, joinsFixes: Bool = false
  ) -> [Finding] {
    var findings = gathered.findings.take()
    var silences = gathered.silences
    var report = Report(rules, settings, surroundings, joinsFixes: joinsFixes)
    func add(_ found: [Finding]) {
      findings += silences.all.isEmpty ? found : found.filter { !silences.hide($0) }
    }
    for index in documentLooks.indices { add(documentLooks[index].findings(in: reading, &report)) }
    for (rule, look) in comparisonLooks where !surroundings.siblings.isEmpty {
      report.begin(rule)
      look(reading, gathered.compared, &report)
      add(report.take())
    }
    for (rule, look) in silenceLooks where !silences.all.isEmpty {
      report.begin(rule)
      look(reading, silences, &report)
      findings += report.take()
    }
    findings.sort { first, second in
      if first.range.lowerBound != second.range.lowerBound { return first.range.lowerBound < second.range.lowerBound }
      if first.range.upperBound != second.range.upperBound { return first.range.upperBound < second.range.upperBound }
      return first.rule < second.rule
    }
    return findings
  }
}

/// Collects what is kept for the blocks of a text.
private struct Gathered {
  var silences: Silences
  var findings = FindingList(limit: FindingList.mostInText)
  var compared: [(block: Int, segment: ComparedSegment)] = []
  private let reading: Reading
  private let joinsFixes: Bool

  init(_ reading: Reading, joinsFixes: Bool = false) {
    self.reading = reading
    self.joinsFixes = joinsFixes
    silences = Silences(reading)
  }

  /// Adds what is kept for a block. All silences of the text must have been added before.
  mutating func add(_ kept: consuming Judge.Kept) {
    let start = reading.blocks.start(of: kept.block)
    for index in kept.findings.indices where !silences.hide(kept.findings[index].rule, in: kept.block) {
      let number = kept.findings[index].number
      if findings.isFull(of: number) {
        kept.findings[index].shift(by: start)
        count(kept.findings[index])
      } else {
        kept.findings[index].shift(by: start)
        findings.append(kept.findings[index])
      }
    }
    // A distant edit may decide whether a block is a segment.
    if let segment = kept.compared, reading.kind(of: kept.block) == .segment { compared.append((kept.block, segment)) }
  }

  private mutating func count(_ finding: Finding) {
    findings.count(finding.number, finding.severity, count: finding.count)
    guard joinsFixes else { return }
    if let joint = finding.joint {
      findings.join(joint, of: finding.number)
    } else if let fix = finding.fixes.first(where: \.isSafe) {
      findings.join(fix, of: finding.number)
    }
  }
}

extension Judge.Kept {
  fileprivate mutating func lighten() {
    isLight = true
    for index in findings.indices {
      findings[index].message = ""
      findings[index].related = []
      findings[index].fixes = []
    }
  }
}
