import Transcript

extension Judge {
  /// Applies the rules to some blocks. For each block with findings, passes these on, in bytes of the text.
  func judge(_ reading: Reading, _ blocks: Range<Int>, fixes: FixScope, keep: (consuming Kept) -> Void) {
    var report = Report(applied.rules, settings, surroundings, limit: FindingList.mostInBlock, fixes: fixes)
    var passage = Passage(reading)
    let isCompared = !applied.comparisonLooks.isEmpty && !surroundings.siblings.isEmpty
    for index in blocks {
      for (rule, look) in applied.blockLooks {
        report.begin(rule)
        look(reading, index, &report)
      }
      judgePassages(index, &passage, &report)
      if reading.blocks[index].hasFault { judgeFaults(reading, index, &report) }
      let findings = report.take()
      let loose = report.takeLoose()
      let silences = reading.silences(of: index)
      let compared = isCompared ? ComparedSegment(reading, index, surroundings.siblings) : nil
      guard !findings.isEmpty || !silences.isEmpty || compared != nil || !loose.isEmpty else { continue }
      keep(Kept(block: index, findings: findings, silences: silences, compared: compared, loose: loose))
    }
  }

  private func judgePassages(_ index: Int, _ passage: inout Passage, _ report: inout Report) {
    guard !applied.passageLooks.isEmpty else { return }
    passage.forEach(of: index) { passage in
      for index in applied.passageSigns.indices
      where !applied.passageSigns[index].isDisjoint(with: passage.signs) {
        report.begin(applied.passageLooks[index].rule)
        applied.passageLooks[index].look(passage, &report)
      }
    }
  }

  private func judgeFaults(_ reading: Reading, _ index: Int, _ report: inout Report) {
    for part in reading.blocks.parts(of: index) {
      guard let fault = part.fault, let (rule, look) = applied.faultLooks[Int(fault.rawValue)] else { continue }
      report.begin(rule)
      look(reading, part, index, &report)
    }
  }
}

extension Reading {
  /// The silences in the comments of a block.
  func silences(of block: Int) -> [Silence] {
    var silences: [Silence] = []
    for part in blocks.parts(of: block) where part.kind == .comment {
      silences += Silence.all(in: part, of: block, self)
    }
    return silences
  }
}
