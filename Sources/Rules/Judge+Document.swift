import Transcript

extension Judge.DocumentLook {
  /// The findings of the rule, which runs only where they may have changed.
  mutating func findings(in reading: Reading, _ report: inout Report) -> [Finding] {
    if let found { return found.findings }
    report.begin(rule)
    look(reading, &report)
    let findings = report.take()
    found = (findings, report.takeDependence())
    return findings
  }

  /// Moves the findings with an edit, or forgets them.
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
