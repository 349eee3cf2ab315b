import Transcript

extension Judge {
  /// The findings of a look at the whole document. It runs only if they may have changed, or if their fixes are wanted.
  mutating func findings(of look: Int, in reading: Reading, _ report: inout Report) -> [Finding] {
    if let known = found[look], !known.findings.contains(where: { report.fixes.holds($0) }) { return known.findings }
    report.begin(applied.documentLooks[look].rule)
    applied.documentLooks[look].look(reading, &report)
    let findings = report.take()
    let dependence = report.takeDependence()
    if report.fixes == .none { found[look] = (findings, dependence) }
    return findings
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
    guard rewording.delta != 0 else { return }
    // The findings must not be referenced elsewhere at this point, or each of them would be copied.
    for index in 0..<(found[look]?.findings.count ?? 0) { found[look]?.findings[index].follow(rewording) }
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
