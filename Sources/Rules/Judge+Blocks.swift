import Transcript

extension Judge {
  /// Applies the rules to some blocks, and passes on what is to be kept of each block that has something to keep.
  ///
  /// - Parameter joinsFixes: whether a finding that stands for others gets their fixes, too. This is for the
  ///   findings of a whole file, not for each keystroke.
  func judge(_ reading: Reading, _ blocks: Range<Int>, joinsFixes: Bool = false, keep: (Kept) -> Void) {
    var report = Report(
      rules, settings, surroundings, limit: FindingList.mostInBlock, joinsFixes: joinsFixes)
    var passage = Passage(reading)
    let isCompared = !comparisonLooks.isEmpty && !surroundings.siblings.isEmpty
    for index in blocks {
      for (rule, look) in blockLooks {
        report.begin(rule)
        look(reading, index, &report)
      }
      judgePassages(index, &passage, &report)
      if reading.blocks[index].hasFault { judgeFaults(reading, index, &report) }
      let findings = report.take()
      let silences = reading.silences(of: index)
      let compared = isCompared ? ComparedSegment(reading, index, surroundings.siblings) : nil
      guard !findings.isEmpty || !silences.isEmpty || compared != nil else { continue }
      var kept = Kept(block: index, findings: findings, silences: [], compared: compared)
      let start = reading.blocks.start(of: index)
      for finding in kept.findings.indices { kept.findings[finding].shift(by: -start) }
      kept.silences = silences.map { $0.shifted(by: -start) }
      keep(kept)
    }
  }

  private func judgePassages(_ index: Int, _ passage: inout Passage, _ report: inout Report) {
    guard !passageLooks.isEmpty else { return }
    passage.forEach(of: index) { passage in
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
