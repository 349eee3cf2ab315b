import SourceText
import Transcript

/// Applies the rules to a document and keeps up with its edits.
///
/// Findings of rules that look at one block are kept with it, relative to its start; a keystroke judges anew only the
/// blocks that it changed. Findings of rules that look at the whole document are kept as long as nothing changes on which
/// they depend.
public struct Judge: Sendable {
  /// Those that are applied. The looks name theirs by its index here: a rule is large, and one is begun for each block.
  let rules: [AppliedRule]
  var documentLooks: [DocumentLook] = []
  private(set) var comparisonLooks:
    [(rule: Int, look: @Sendable (Reading, [(block: Int, segment: ComparedSegment)], inout Report) -> Void)] = []
  private(set) var silenceLooks: [(rule: Int, look: @Sendable (Reading, Silences, inout Report) -> Void)] = []
  private(set) var blockLooks: [(rule: Int, look: @Sendable (Reading, Int, inout Report) -> Void)] = []
  private(set) var passageLooks: [(rule: Int, look: @Sendable (Passage, inout Report) -> Void)] = []
  /// What each of them waits for, in a column of its own: it is asked of every passage.
  private(set) var passageSigns: [Signs] = []
  /// By fault.
  private(set) var faultLooks: [(rule: Int, look: @Sendable (Reading, Part, Int, inout Report) -> Void)?]
  let settings: Settings
  let surroundings: Surroundings

  struct DocumentLook {
    let rule: Int
    let reads: Rule.Reads
    let look: @Sendable (Reading, inout Report) -> Void
    /// What it found; nil where that has to be asked.
    var found: (findings: [Finding], dependence: Dependence)?
  }

  /// What is kept of one block, in bytes from its start.
  struct Kept {
    var block: Int
    var findings: [Finding]
    var silences: [Silence]
    var compared: ComparedSegment?
    /// Whether the findings are without words and repairs, so that they take little memory.
    var isLight = false

    /// How many findings have their words and repairs.
    var told: Int { isLight ? 0 : findings.count }
  }

  /// By block, in order; only the blocks of which there is something to keep.
  private var kept: [Kept] = []
  /// How many of the findings that are kept have their words and repairs. Of more, only what is shown is judged again.
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

  /// What a text has wrong, read once. Nothing is kept of its blocks, of which it may have a million.
  ///
  /// - Parameter joinsRepairs: whether a finding that speaks for others gets their repairs, too. `Mender` makes them;
  ///   nobody else wants what may be a million edits.
  public static func findings(
    in reading: Reading, _ settings: Settings = Settings(), _ surroundings: Surroundings = Surroundings(),
    joinsRepairs: Bool = false
  ) -> [Finding] {
    var judge = Judge(settings, surroundings)
    var gathered = Gathered(reading, joinsRepairs: joinsRepairs)
    for index in reading.blocks.indices {
      for silence in reading.silences(of: index) { gathered.silences.add(silence, of: index) }
    }
    judge.judge(reading, reading.blocks.indices, joinsRepairs: joinsRepairs) { gathered.add($0) }
    return judge.findings(in: reading, gathered, joinsRepairs: joinsRepairs)
  }

  /// Follows an edit: judges the blocks that came with it.
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

  /// Adds what is found in the whole of the text.
  private mutating func findings(
    in reading: Reading, _ gathered: consuming Gathered, joinsRepairs: Bool = false
  ) -> [Finding] {
    var findings = gathered.findings.take()
    var silences = gathered.silences
    var report = Report(rules, settings, surroundings, joinsRepairs: joinsRepairs)
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

/// What blocks have to say about a text, on the way to one list.
private struct Gathered {
  var silences: Silences
  var findings = FindingList(limit: FindingList.mostInText)
  var compared: [(block: Int, segment: ComparedSegment)] = []
  private let reading: Reading
  private let joinsRepairs: Bool

  init(_ reading: Reading, joinsRepairs: Bool = false) {
    self.reading = reading
    self.joinsRepairs = joinsRepairs
    silences = Silences(reading)
  }

  /// Adds what is kept of a block. All silences of the text are here already.
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
    // Whether a block is a segment may be decided far from it.
    if let segment = kept.compared, reading.kind(of: kept.block) == .segment { compared.append((kept.block, segment)) }
  }

  private mutating func count(_ finding: Finding) {
    findings.count(finding.number, finding.severity, count: finding.count)
    guard joinsRepairs else { return }
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
