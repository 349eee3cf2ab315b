import Transcript

extension Rule {
  static let cueEmpty = Rule(
    "cue-empty", .warning, fix: .offered,
    summary: "A cue has no text.",
    why: "Players show nothing; the words were lost, or the cue is left over.",
    halfWritten: .unit,
    looks: .atDocument(.frame) { reading, report in
      for cue in reading.cues() where reading.episode.rows[cue.block].words == 0 {
        guard let range = reading.rangeOfTimes(cue.block), !reading.hasStrayWords(cue.block) else { continue }
        report(range, "The cue has no text.", fixes: [Fix("Remove the cue", [.remove(block: cue.block)], in: reading)])
      }
    })
}

extension Reading {
  /// Whether the words of a cue stand where no player looks for them; that has a finding of its own.
  fileprivate func hasStrayWords(_ block: Int) -> Bool {
    blocks[block].hasFault && blocks.parts(of: block).contains { $0.fault == .subRipTextBesideTimes }
  }
}
