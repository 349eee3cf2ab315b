import SourceText
import Transcript

/// Applies the rules to a document and follows its edits.
///
/// Findings of rules that look at one block are kept with the block, relative to its start, so after a keystroke only
/// the changed blocks are checked again. Findings of rules that look at the whole document are kept until something
/// changes that they depend on. Their fixes are made when somebody asks for them, and are then kept with the findings.
public struct Judge: Sendable {
  let applied: AppliedRules
  let settings: Settings
  let surroundings: Surroundings
  /// For each look at the whole document: what it found; nil if the rule has to run again.
  var found: [Found?]

  /// The findings of a look at the whole document.
  struct Found {
    var findings: [Finding]
    /// The fixes of each of them; nil until somebody asks for one.
    var fixes: [[Fix]]?
    var dependence: Dependence
  }

  /// The findings in one block. Their ranges count from the start of the block while they are kept.
  struct Kept {
    var block: Int
    var findings: [Finding]
    /// The fixes of each of them, relative to the block as well; nil until somebody asks for one.
    var fixes: [[Fix]]?
    var silences: [Silence]
    var compared: ComparedSegment?
    /// Marks whose partners may stand in other segments.
    var loose: [LooseMarks] = []
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
    forgetFixes(around: change)
    for look in found.indices { follow(change, reading, with: look) }
  }

  /// Forgets the fixes that may be written differently now, or that could not be written before. Words matter from one
  /// block to the next, times and labels anywhere: a time is spelled like those nearby.
  private mutating func forgetFixes(around change: Blocks.Change) {
    var near = kept.indices
    if change.rewording != nil {
      let first = kept.partitioningIndex { $0.block >= change.inserted.lowerBound - 1 }
      near = first..<max(first, kept.partitioningIndex { $0.block > change.inserted.upperBound })
    }
    for index in near where kept[index].fixes != nil {
      if kept[index].findings.contains(where: { !Rule.isAboutPassages[$0.number] }) { kept[index].fixes = nil }
    }
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
    for index in kept.indices {
      let block = kept[index].block
      let start = reading.blocks.start(of: block)
      let isWanted = { (rule: Int) in !gathered.findings.isFull(of: rule) }
      let needsFixes =
        fixes != .none
        && kept[index].findings.contains { isWanted($0.number) && gathered.filter.holds($0, from: start) }
      if kept[index].counted.contains(where: { isWanted(Int($0.rule)) }) || needsFixes && fixes.isJoined {
        judge(reading, block..<(block + 1), fixes: fixes) { gathered.add($0) }
        continue
      }
      if needsFixes, kept[index].fixes == nil { makeFixes(at: index, reading) }
      gathered.add(kept[index], from: start)
    }
    return findings(in: reading, gathered)
  }

  /// Keeps the fixes of the findings in a block, too.
  private mutating func makeFixes(at index: Int, _ reading: Reading) {
    let block = kept[index].block
    var findings: [Finding] = []
    judge(reading, block..<(block + 1), fixes: .told) { fresh in
      var fresh = fresh
      fresh.shift(by: -reading.blocks.start(of: block))
      findings = fresh.findings
    }
    told += findings.count - kept[index].findings.count
    kept[index].fixes = findings.map(\.fixes)
    for place in findings.indices { findings[place].fixes = [] }
    kept[index].findings = findings
  }

  /// Adds the findings of the rules that look at the whole text.
  private mutating func findings(in reading: Reading, _ gathered: consuming Gathered) -> [Finding] {
    var findings = gathered.findings.take()
    var silences = gathered.silences
    var report = Report(applied.rules, settings, surroundings, fixes: gathered.fixes)
    func add(_ found: [Finding]) {
      findings += silences.all.isEmpty ? found : found.filter { !silences.hide($0) }
    }
    var reports = DocumentReports(report, gathered.filter)
    for look in found.indices { add(self.findings(of: look, in: reading, &reports)) }
    for (rule, look) in applied.comparisonLooks where !surroundings.siblings.isEmpty {
      report.begin(rule)
      look(reading, gathered.compared, &report)
      add(report.take())
    }
    for (rule, look) in applied.turnLooks.sorted(by: { $0.key < $1.key }) {
      report.begin(rule)
      let own = gathered.loose.filter { $0.marks.rule == rule }
      reading.forEachTurn(with: own) { look($0, reading, &report) }
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
  var loose: [(block: Int, marks: LooseMarks)] = []
  let fixes: FixScope
  let filter: FixFilter
  private let reading: Reading

  init(_ reading: Reading, _ fixes: FixScope) {
    self.reading = reading
    self.fixes = fixes
    filter = FixFilter(fixes)
    silences = Silences(reading)
  }

  /// Adds the findings of a block, with their fixes as far as they are wanted. All silences of the text must have been
  /// added before.
  ///
  /// - Parameter start: the byte of the text from which their ranges count.
  mutating func add(_ kept: borrowing Judge.Kept, from start: Int = 0) {
    for place in kept.findings.indices where !silences.hide(kept.findings[place].rule, in: kept.block) {
      if findings.isFull(of: kept.findings[place].number) {
        count(kept.findings[place])
        continue
      }
      var finding = kept.findings[place]
      if let fixes = kept.fixes, filter.holds(finding, from: start) { finding.fixes = fixes[place] }
      finding.shift(by: start)
      findings.append(finding)
    }
    add(kept.counted, of: kept.block)
    for marks in kept.loose { loose.append((kept.block, marks.shifted(by: start))) }
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

extension [Finding] {
  /// Gives some findings their fixes.
  ///
  /// - Parameter fixes: those of all findings, in the same order.
  mutating func take(_ fixes: [[Fix]]?, where isWanted: (Finding) -> Bool) {
    guard let fixes else { return }
    for index in indices.prefix(fixes.count) where isWanted(self[index]) { self[index].fixes = fixes[index] }
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
    for index in loose.indices { loose[index] = loose[index].shifted(by: delta) }
  }
}
