import Transcript

extension Rule {
  static let cueEndBeforeStart = Rule(
    "cue-end-before-start", .warning, fix: .offered,
    summary: "A cue ends before it begins.",
    why: "No player shows such a cue, and some readers give up on the file.",
    looks: .atDocument(.frame) { reading, report in
      for cue in reading.cues() where cue.length < 0 {
        guard let range = reading.rangeOfTimes(cue.block), !reading.hasFaultyTime(cue.block) else { continue }
        report(
          range, "The cue ends \(secondsPhrase(-cue.seconds)) before it begins.",
          fixes: [
            Fix(
              "Swap the two times", [.setStart(block: cue.block, cue.end), .setEnd(block: cue.block, cue.start)],
              in: reading)
          ])
      }
    })
}

extension Reading {
  /// Whether something is wrong about the start or the end itself: then the order follows from that.
  fileprivate func hasFaultyTime(_ block: Int) -> Bool {
    guard blocks[block].hasFault else { return false }
    let times = [Part.Kind.start, .end].compactMap { range($0, of: block) }
    return blocks.parts(of: block).contains { part in
      part.kind == .fault && times.contains(range(of: part, in: block))
    }
  }
}
