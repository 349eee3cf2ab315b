import SourceText
import Transcript

/// Applies the rules to a document and keeps up with its edits.
///
/// Findings of rules that look at one block are kept with it, relative to its start; a keystroke judges anew only the
/// blocks that it changed. Rules that look at the whole document work on columns and are asked each time.
public struct Judge: Sendable {
  private let documentRules: [Rule]
  private let silenceRules: [Rule]
  private let blockRules: [Rule]
  private let passageRules: [Rule]
  /// What each of them waits for, in a column of its own: it is asked of every passage.
  private let passageSigns: [Signs]
  private let faultRules: [Rule?]
  private let settings: Settings
  private let surroundings: Surroundings

  /// What is kept of one block, in bytes from its start.
  private struct Kept {
    var block: Int
    var findings: [Finding]
    var silences: [Silence]
  }

  /// By block, in order; only the blocks of which there is something to keep.
  private var kept: [Kept] = []

  public init(_ reading: Reading, _ settings: Settings = Settings(), _ surroundings: Surroundings = Surroundings()) {
    self.settings = settings
    self.surroundings = surroundings
    let rules = Rule.all.filter(settings.isOn)
    var faultRules: [Rule?] = Array(repeating: nil, count: Fault.allCases.count)
    for rule in rules {
      guard case .atFaults(let faults, _) = rule.looks else { continue }
      for fault in faults { faultRules[Int(fault.rawValue)] = rule }
    }
    self.faultRules = faultRules
    blockRules = rules.filter { if case .atBlock = $0.looks { true } else { false } }
    passageRules = rules.filter { if case .atPassage = $0.looks { true } else { false } }
    passageSigns = passageRules.map { if case .atPassage(let signs, _) = $0.looks { signs } else { [] } }
    documentRules = rules.filter { if case .atDocument = $0.looks { true } else { false } }
    silenceRules = rules.filter { if case .atSilences = $0.looks { true } else { false } }
    kept = judge(reading, reading.blocks.indices)
  }

  /// What a text has wrong, read once.
  public static func findings(
    in reading: Reading, _ settings: Settings = Settings(), _ surroundings: Surroundings = Surroundings()
  ) -> [Finding] {
    Judge(reading, settings, surroundings).findings(in: reading)
  }

  /// Follows an edit: judges the blocks that came with it.
  public mutating func update(_ change: Blocks.Change, _ reading: Reading) {
    let first = kept.partitioningIndex { $0.block >= change.removed.lowerBound }
    let last = kept.partitioningIndex { $0.block >= change.removed.upperBound }
    if change.shift != 0 {
      for index in last..<kept.count { kept[index].block += change.shift }
    }
    kept.replaceSubrange(first..<last, with: judge(reading, change.inserted))
  }

  /// All findings, in the order of the text.
  public func findings(in reading: Reading) -> [Finding] {
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
    for rule in documentRules {
      guard case .atDocument(let look) = rule.looks else { continue }
      var report = Report(for: rule, settings, surroundings)
      look(reading, &report)
      findings += report.take()
    }
    if !silences.all.isEmpty {
      findings.removeAll { silences.hide($0) }
      for rule in silenceRules {
        guard case .atSilences(let look) = rule.looks else { continue }
        var report = Report(for: rule, settings, surroundings)
        look(reading, silences, &report)
        findings += report.take()
      }
    }
    return findings.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.rule) < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
    }
  }

  private func judge(_ reading: Reading, _ blocks: Range<Int>) -> [Kept] {
    var judged: [Kept] = []
    var report = Report(for: Rule.all[0], settings, surroundings)
    var passage = Passage()
    for index in blocks {
      for rule in blockRules {
        guard case .atBlock(let look) = rule.looks else { continue }
        report.begin(rule)
        look(reading, index, &report)
      }
      judgePassages(reading, index, &passage, &report)
      if reading.blocks[index].hasFault { judgeFaults(reading, index, &report) }
      var findings = report.take()
      var silences = reading.blocks.parts(of: index).compactMap {
        $0.kind == .comment ? Silence(reading, $0, in: index) : nil
      }
      guard !findings.isEmpty || !silences.isEmpty else { continue }
      let start = reading.blocks.start(of: index)
      for finding in findings.indices { findings[finding].shift(by: -start) }
      for silence in silences.indices { silences[silence].shift(by: -start) }
      judged.append(Kept(block: index, findings: findings, silences: silences))
    }
    return judged
  }

  private func judgePassages(_ reading: Reading, _ index: Int, _ passage: inout Passage, _ report: inout Report) {
    guard !passageRules.isEmpty else { return }
    let wanted: Part.Kind
    switch reading.blocks[index].kind {
    case .segment: wanted = .words
    case .header: wanted = .title
    case .metadata, .prose, .conflict: return
    }
    for part in reading.blocks.parts(of: index) where part.kind == wanted && part.length > 0 {
      passage.read(part, of: index, in: reading)
      for index in passageSigns.indices where !passageSigns[index].isDisjoint(with: passage.signs) {
        guard case .atPassage(_, let look) = passageRules[index].looks else { continue }
        report.begin(passageRules[index])
        look(passage, &report)
      }
    }
  }

  private func judgeFaults(_ reading: Reading, _ index: Int, _ report: inout Report) {
    for part in reading.blocks.parts(of: index) {
      guard let fault = part.fault, let rule = faultRules[Int(fault.rawValue)], case .atFaults(_, let look) = rule.looks
      else { continue }
      report.begin(rule)
      look(reading, part, index, &report)
    }
  }
}
