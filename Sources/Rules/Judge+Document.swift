import Transcript

extension Judge {
  /// The findings of a look at the whole document. It runs only if they may have changed, or if somebody asks for their
  /// fixes for the first time.
  mutating func findings(of look: Int, in reading: Reading, _ reports: inout DocumentReports) -> [Finding] {
    let fixes = reports.asked.fixes
    // Fixes that are joined are not kept: there may be a million, and who asks for them looks once.
    guard !fixes.isJoined else { return run(look, in: reading, &reports.asked).findings }
    var known = found[look] ?? run(look, in: reading, &reports.first)
    let needsFixes = fixes != .none && known.findings.contains { reports.filter.holds($0) }
    if needsFixes, known.fixes == nil { known = run(look, in: reading, &reports.fixing) }
    found[look] = known
    if needsFixes { known.findings.take(known.fixes) { reports.filter.holds($0) } }
    return known.findings
  }

  private func run(_ look: Int, in reading: Reading, _ report: inout Report) -> Found {
    report.begin(applied.documentLooks[look].rule)
    applied.documentLooks[look].look(reading, &report)
    var findings = report.take()
    let dependence = report.takeDependence()
    guard report.fixes == .told else { return Found(findings: findings, dependence: dependence) }
    let fixes = findings.map(\.fixes)
    for index in findings.indices { findings[index].fixes = [] }
    return Found(findings: findings, fixes: fixes, dependence: dependence)
  }

  /// After an edit, moves the findings of a look, or forgets them if they may have changed.
  mutating func follow(_ change: Blocks.Change, _ reading: Reading, with look: Int) {
    guard let dependence = found[look]?.dependence else { return }
    guard let rewording = change.rewording, !dependence.isOn(rewording.block),
      applied.documentLooks[look].isIndependent(of: rewording, reading)
    else {
      found[look] = nil
      return
    }
    // The findings must not be referenced elsewhere at this point, or each of them would be copied.
    found[look]?.follow(rewording, around: reading.neighbourhood(of: rewording))
  }
}

/// The reports of the looks at the whole document. What several looks need is found once for each report.
struct DocumentReports {
  /// With the fixes that are asked for.
  var asked: Report
  let filter: FixFilter
  /// For a look that has not run yet. If only some fixes are asked for, what it finds says whether it has to make them.
  var first: Report
  /// With the fixes of all findings.
  var fixing: Report

  init(_ asked: Report, _ filter: FixFilter) {
    (self.asked, self.filter) = (asked, filter)
    first = if case .some = asked.fixes { asked.making(.none) } else { asked }
    fixing = asked.making(.told)
  }
}

extension Judge.Found {
  /// Moves everything with an edit of words.
  ///
  /// - Parameter neighbourhood: what a fix that changes something there may depend on, in bytes of the text before.
  fileprivate mutating func follow(_ rewording: Rewording, around neighbourhood: Range<Int>) {
    // A fix may be written differently when words beside it change, or only then be possible, but not one elsewhere.
    let isNear = zip(findings, fixes ?? []).contains { finding, fixes in
      finding.range.touches(neighbourhood) || fixes.contains { $0.touches(neighbourhood) }
    }
    if isNear { fixes = nil }
    guard rewording.delta != 0 else { return }
    for index in findings.indices { findings[index].follow(rewording) }
    for index in (fixes ?? []).indices { fixes?[index].follow(rewording) }
  }
}

extension Reading {
  /// The blocks around an edit of words, in bytes of the text before the edit.
  fileprivate func neighbourhood(of rewording: Rewording) -> Range<Int> {
    let first = blocks.start(of: max(0, rewording.block - 1))
    let last = blocks.range(of: min(blocks.count - 1, rewording.block + 1)).upperBound
    return first..<(last - rewording.delta)
  }
}

extension AppliedRules.DocumentLook {
  fileprivate func isIndependent(of rewording: Rewording, _ reading: Reading) -> Bool {
    switch reads {
    case .everything: false
    case .frame: true
    case .counts: rewording.keepsCount
    case .signs(let signs): signs.isDisjoint(with: reading.signs(ofWordsIn: rewording.block))
    }
  }
}

extension Reading {
  /// The signs in the words of a segment, as written.
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
