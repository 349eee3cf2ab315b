import SourceText
import Transcript

/// Applies the rules to a document and follows its edits.
///
/// Findings of rules that look at one block are kept with the block, relative to its start, so after a keystroke only
/// the changed blocks are checked again. Findings of rules that look at the whole document are kept until something
/// changes that they depend on. Their fixes are not kept but made when they are asked for.
public struct Judge: Sendable {
  let applied: AppliedRules
  let settings: Settings
  let surroundings: Surroundings
  /// For each look at the whole document: its findings without fixes; nil if the rule has to run again.
  var found: [(findings: [Finding], dependence: Dependence)?]

  /// The findings in one block. Their ranges count from the start of the block while they are kept.
  struct Kept {
    var block: Int
    var findings: [Finding]
    var silences: [Silence]
    var compared: ComparedSegment?
    /// Numbers of further findings, which are found again if they have to be shown.
    var counted: [Counted] = []
  }

  /// The number of findings of one rule and one severity.
  struct Counted {
    /// The number of the rule.
    var rule: Int16
    var severity: Severity
    var count: Int32
  }

  /// Sorted by block; blocks without findings, silences or compared segments have no entry.
  private var kept: [Kept] = []
  /// How many findings are kept. Beyond a limit they are only counted, and found again if they have to be shown.
  private var told = 0

  private static let mostTold = 2 * FindingList.mostInText

  public init(_ reading: Reading, _ settings: Settings = Settings(), _ surroundings: Surroundings = Surroundings()) {
    self.init(settings, surroundings)
    kept = kept(of: reading.blocks.indices, reading)
  }

  private init(_ settings: Settings, _ surroundings: Surroundings) {
    self.settings = settings
    self.surroundings = surroundings
    applied = settings.appliedRules
    found = Array(repeating: nil, count: applied.documentLooks.count)
  }

  /// The findings in a text that is read once. Nothing is kept for its blocks, since there may be a million.
  ///
  /// - Parameter fixes: for which findings fixes are made. Only `FixLoop` needs those of all findings, which may be a
  ///   million edits.
  public static func findings(
    in reading: Reading, _ settings: Settings = Settings(), _ surroundings: Surroundings = Surroundings(),
    fixes: FixScope = .told
  ) -> [Finding] {
    var judge = Judge(settings, surroundings)
    var gathered = Gathered(reading, fixes)
    for index in reading.blocks.indices {
      for silence in reading.silences(of: index) { gathered.silences.add(silence, of: index) }
    }
    judge.judge(reading, reading.blocks.indices, fixes: fixes) { gathered.add($0) }
    return judge.findings(in: reading, gathered)
  }

  /// After an edit, checks the blocks that it changed.
  public mutating func update(_ change: Blocks.Change, _ reading: Reading) {
    let first = kept.partitioningIndex { $0.block >= change.removed.lowerBound }
    let last = kept.partitioningIndex { $0.block >= change.removed.upperBound }
    if change.shift != 0 {
      for index in last..<kept.count { kept[index].block += change.shift }
    }
    told -= kept[first..<last].reduce(0) { $0 + $1.findings.count }
    kept.replaceSubrange(first..<last, with: kept(of: change.inserted, reading))
    for look in found.indices { follow(change, reading, with: look) }
  }

  private mutating func kept(of blocks: Range<Int>, _ reading: Reading) -> [Kept] {
    var (kept, told) = ([Kept](), told)
    judge(reading, blocks, fixes: .none) { fresh in
      var fresh = fresh
      fresh.shift(by: -reading.blocks.start(of: fresh.block))
      if told >= Self.mostTold { fresh.count() }
      told += fresh.findings.count
      kept.append(fresh)
    }
    self.told = told
    return kept
  }

  /// All findings, in the order of the text.
  ///
  /// - Parameter fixes: for which findings fixes are made. Most callers only show findings and need no fixes.
  public mutating func findings(in reading: Reading, fixes: FixScope = .none) -> [Finding] {
    var gathered = Gathered(reading, fixes)
    for kept in kept {
      let start = reading.blocks.start(of: kept.block)
      for silence in kept.silences { gathered.silences.add(silence.shifted(by: start), of: kept.block) }
    }
    for var kept in kept {
      let isWanted = { (rule: Int) in !gathered.findings.isFull(of: rule) }
      if kept.counted.contains(where: { isWanted(Int($0.rule)) })
        || fixes != .none
          && kept.findings.contains(where: {
            isWanted($0.number) && fixes.holds($0, from: reading.blocks.start(of: kept.block))
          })
      {
        judge(reading, kept.block..<(kept.block + 1), fixes: fixes) { gathered.add($0) }
      } else {
        kept.shift(by: reading.blocks.start(of: kept.block))
        gathered.add(kept)
      }
    }
    return findings(in: reading, gathered)
  }

  /// Adds the findings of the rules that look at the whole text.
  private mutating func findings(in reading: Reading, _ gathered: consuming Gathered) -> [Finding] {
    var findings = gathered.findings.take()
    var silences = gathered.silences
    var report = Report(applied.rules, settings, surroundings, fixes: gathered.fixes)
    func add(_ found: [Finding]) {
      findings += silences.all.isEmpty ? found : found.filter { !silences.hide($0) }
    }
    for look in found.indices { add(self.findings(of: look, in: reading, &report)) }
    for (rule, look) in applied.comparisonLooks where !surroundings.siblings.isEmpty {
      report.begin(rule)
      look(reading, gathered.compared, &report)
      add(report.take())
    }
    for (rule, look) in applied.silenceLooks where !silences.all.isEmpty {
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

/// Collects the findings of all blocks of a text.
private struct Gathered {
  var silences: Silences
  var findings = FindingList(limit: FindingList.mostInText)
  var compared: [(block: Int, segment: ComparedSegment)] = []
  let fixes: FixScope
  private let reading: Reading

  init(_ reading: Reading, _ fixes: FixScope) {
    self.reading = reading
    self.fixes = fixes
    silences = Silences(reading)
  }

  /// Adds the findings of a block, in bytes of the text. All silences of the text must have been added before.
  mutating func add(_ kept: consuming Judge.Kept) {
    for finding in kept.findings where !silences.hide(finding.rule, in: kept.block) {
      if findings.isFull(of: finding.number) {
        count(finding)
      } else {
        findings.append(finding)
      }
    }
    add(kept.counted, of: kept.block)
    // Whether a block is a segment may depend on an edit far away, so it is decided only here.
    if let segment = kept.compared, reading.kind(of: kept.block) == .segment { compared.append((kept.block, segment)) }
  }

  /// Adds numbers of findings that are only counted.
  mutating func add(_ counted: [Judge.Counted], of block: Int) {
    for some in counted where !silences.hide(Rule.all[Int(some.rule)].id, in: block) {
      findings.count(Int(some.rule), some.severity, count: Int(some.count))
    }
  }

  private mutating func count(_ finding: Finding) {
    findings.count(finding.number, finding.severity, count: finding.count)
    guard fixes.isJoined else { return }
    if let joint = finding.joint {
      findings.join(joint, of: finding.number)
    } else if let fix = finding.fixes.first(where: \.isSafe) {
      findings.join(fix, of: finding.number)
    }
  }
}

extension Judge.Kept {
  /// Replaces the findings by their number.
  fileprivate mutating func count() {
    for finding in findings {
      let rule = Int16(clamping: finding.number)
      if let place = counted.firstIndex(where: { $0.rule == rule && $0.severity == finding.severity }) {
        counted[place].count += Int32(clamping: finding.count)
      } else {
        counted.append(.init(rule: rule, severity: finding.severity, count: Int32(clamping: finding.count)))
      }
    }
    findings = []
  }

  fileprivate mutating func shift(by delta: Int) {
    for index in findings.indices { findings[index].shift(by: delta) }
    for index in silences.indices { silences[index] = silences[index].shifted(by: delta) }
  }
}
