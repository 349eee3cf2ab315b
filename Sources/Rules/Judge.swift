import SourceText
import Transcript

/// Applies the rules to a document and keeps up with its edits.
///
/// Findings of rules that look at one block are kept with it, relative to its start; a keystroke judges anew only the
/// blocks that it changed. Findings of rules that look at the whole document are kept as long as nothing changes on which
/// they depend.
public struct Judge: Sendable {
  /// Those that are applied. The looks name theirs by its index here: a rule is large, and one is begun for each block.
  private let rules: [Rule]
  private var documentLooks: [DocumentLook] = []
  private var comparisonLooks:
    [(rule: Int, look: @Sendable (Reading, [(block: Int, segment: ComparedSegment)], inout Report) -> Void)] = []
  private var silenceLooks: [(rule: Int, look: @Sendable (Reading, Silences, inout Report) -> Void)] = []
  private var blockLooks: [(rule: Int, look: @Sendable (Reading, Int, inout Report) -> Void)] = []
  private var passageLooks: [(rule: Int, look: @Sendable (Passage, inout Report) -> Void)] = []
  /// What each of them waits for, in a column of its own: it is asked of every passage.
  private var passageSigns: [Signs] = []
  /// By fault.
  private var faultLooks: [(rule: Int, look: @Sendable (Reading, Part, Int, inout Report) -> Void)?]
  private let settings: Settings
  private let surroundings: Surroundings

  fileprivate struct DocumentLook {
    let rule: Int
    let reads: Rule.Reads
    let look: @Sendable (Reading, inout Report) -> Void
    /// What it found; nil where that has to be asked.
    var found: (findings: [Finding], dependence: Dependence)?
  }

  /// What is kept of one block, in bytes from its start.
  private struct Kept {
    var block: Int
    var findings: [Finding]
    var silences: [Silence]
    var compared: ComparedSegment?
  }

  /// By block, in order; only the blocks of which there is something to keep.
  private var kept: [Kept] = []

  public init(_ reading: Reading, _ settings: Settings = Settings(), _ surroundings: Surroundings = Surroundings()) {
    self.settings = settings
    self.surroundings = surroundings
    faultLooks = Array(repeating: nil, count: Fault.allCases.count)
    rules = Rule.all.filter(settings.isOn)
    for (index, rule) in rules.enumerated() {
      for look in rule.looks { add(look, of: index) }
    }
    kept = judge(reading, reading.blocks.indices)
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

  /// What a text has wrong, read once.
  public static func findings(
    in reading: Reading, _ settings: Settings = Settings(), _ surroundings: Surroundings = Surroundings()
  ) -> [Finding] {
    var judge = Judge(reading, settings, surroundings)
    return judge.findings(in: reading)
  }

  /// Follows an edit: judges the blocks that came with it.
  public mutating func update(_ change: Blocks.Change, _ reading: Reading) {
    let first = kept.partitioningIndex { $0.block >= change.removed.lowerBound }
    let last = kept.partitioningIndex { $0.block >= change.removed.upperBound }
    if change.shift != 0 {
      for index in last..<kept.count { kept[index].block += change.shift }
    }
    kept.replaceSubrange(first..<last, with: judge(reading, change.inserted))
    for look in documentLooks.indices { documentLooks[look].follow(change, reading) }
  }

  /// All findings, in the order of the text.
  public mutating func findings(in reading: Reading) -> [Finding] {
    var findings: [Finding] = []
    var silences = Silences(reading)
    for kept in kept {
      let start = reading.blocks.start(of: kept.block)
      for var finding in kept.findings {
        finding.shift(by: start)
        findings.append(finding)
      }
      for var silence in kept.silences {
        silence.shift(by: start)
        silences.add(silence, of: kept.block)
      }
    }
    var report = Report(rules, settings, surroundings)
    for index in documentLooks.indices { findings += documentLooks[index].findings(in: reading, &report) }
    if !surroundings.siblings.isEmpty {
      // Whether a block is a segment may be decided far from it.
      let compared = kept.compactMap { kept in
        kept.compared.flatMap { reading.kind(of: kept.block) == .segment ? (block: kept.block, segment: $0) : nil }
      }
      for (rule, look) in comparisonLooks {
        report.begin(rule)
        look(reading, compared, &report)
      }
    }
    findings += report.take()
    if !silences.all.isEmpty {
      findings.removeAll { silences.hide($0) }
      for (rule, look) in silenceLooks {
        report.begin(rule)
        look(reading, silences, &report)
      }
      findings += report.take()
    }
    findings.sort { first, second in
      if first.range.lowerBound != second.range.lowerBound { return first.range.lowerBound < second.range.lowerBound }
      if first.range.upperBound != second.range.upperBound { return first.range.upperBound < second.range.upperBound }
      return first.rule < second.rule
    }
    return findings
  }

  private func judge(_ reading: Reading, _ blocks: Range<Int>) -> [Kept] {
    var judged: [Kept] = []
    var report = Report(rules, settings, surroundings)
    var passage = Passage()
    let isCompared = !comparisonLooks.isEmpty && !surroundings.siblings.isEmpty
    for index in blocks {
      for (rule, look) in blockLooks {
        report.begin(rule)
        look(reading, index, &report)
      }
      judgePassages(reading, index, &passage, &report)
      if reading.blocks[index].hasFault { judgeFaults(reading, index, &report) }
      var findings = report.take()
      var silences = reading.blocks.parts(of: index).flatMap {
        $0.kind == .comment ? Silence.all(in: $0, of: index, reading) : []
      }
      let compared = isCompared ? ComparedSegment(reading, index, surroundings.siblings) : nil
      guard !findings.isEmpty || !silences.isEmpty || compared != nil else { continue }
      let start = reading.blocks.start(of: index)
      for finding in findings.indices { findings[finding].shift(by: -start) }
      for silence in silences.indices { silences[silence].shift(by: -start) }
      judged.append(Kept(block: index, findings: findings, silences: silences, compared: compared))
    }
    return judged
  }

  private func judgePassages(_ reading: Reading, _ index: Int, _ passage: inout Passage, _ report: inout Report) {
    guard !passageLooks.isEmpty else { return }
    passage.forEach(of: index, in: reading) { passage in
      for index in passageSigns.indices where !passageSigns[index].isDisjoint(with: passage.signs) {
        report.begin(passageLooks[index].rule)
        passageLooks[index].look(passage, &report)
      }
    }
  }

  private func judgeFaults(_ reading: Reading, _ index: Int, _ report: inout Report) {
    for part in reading.blocks.parts(of: index) {
      guard let fault = part.fault, let (rule, look) = faultLooks[Int(fault.rawValue)] else { continue }
      report.begin(rule)
      look(reading, part, index, &report)
    }
  }
}

extension Judge.DocumentLook {
  /// What the rule says, asked only where that may have changed.
  mutating func findings(in reading: Reading, _ report: inout Report) -> [Finding] {
    if let found { return found.findings }
    report.begin(rule)
    look(reading, &report)
    let findings = report.take()
    found = (findings, report.takeDependence())
    return findings
  }

  /// Moves what was found with an edit, or forgets it.
  mutating func follow(_ change: Blocks.Change, _ reading: Reading) {
    guard let found else { return }
    guard let rewording = change.rewording, !found.dependence.isOn(rewording.block),
      isIndependent(of: rewording, reading)
    else {
      self.found = nil
      return
    }
    guard rewording.delta != 0 else { return }
    for index in found.findings.indices { self.found?.findings[index].follow(rewording) }
  }

  private func isIndependent(of rewording: Rewording, _ reading: Reading) -> Bool {
    switch reads {
    case .everything: false
    case .frame: true
    case .counts: rewording.keepsCount
    case .signs(let signs): signs.isDisjoint(with: reading.signs(ofWordsIn: rewording.block))
    }
  }
}

extension Reading {
  /// The signs of the words of a segment, as they are written.
  fileprivate func signs(ofWordsIn block: Int) -> Signs {
    text.bytes.withUnsafeBufferPointer { bytes in
      var signs: Signs = []
      for part in blocks.parts(of: block) where part.kind == .words {
        signs.formUnion(Signs(of: .init(rebasing: bytes[range(of: part, in: block)])))
      }
      return signs
    }
  }
}
