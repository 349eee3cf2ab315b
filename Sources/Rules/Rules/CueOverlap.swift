import Transcript

extension Rule {
  /// It is legal, and right where two people speak at once. Automatic captions in rolling lines overlap throughout; that is their
  /// manner, and one finding.
  static let cueOverlap = Rule(
    "cue-overlap", .information, fix: .offered,
    summary: "A cue begins before the one above it has ended.",
    why: "Players show both at once, one above the other, which is meant only where two people speak at once.",
    looks: .atDocument(.frame) { reading, report in
      let cues = reading.cues()
      var pairs: [(above: Cue, cue: Cue)] = []
      for (above, cue) in zip(cues, cues.dropFirst())
      where cue.start >= above.start && cue.start < above.end && cue.length > 0 {
        pairs.append((above, cue))
      }
      guard let first = pairs.first else { return }
      let isManner = pairs.count > 5 && pairs.count * 10 > cues.count
      for (above, cue) in isManner ? [first] : pairs {
        guard let range = reading.timeRange(of: cue.block) else { continue }
        let step = secondsPhrase(above.end.seconds - cue.start.seconds)
        report(
          range,
          isManner
            ? "\(pairs.count) of \(cues.count) cues begin before the one above has ended, this one by \(step)."
            : "This cue begins \(step) before the one above has ended.",
          related: reading.range(.end, of: above.block).map { [.init(range: $0, message: "The end of that cue.")] }
            ?? [],
          fixes: [
            isManner || cue.start.milliseconds - above.start.milliseconds < shortest
              ? nil
              : Fix(
                "End the cue above where this one begins", [.setEnd(block: above.block, cue.start)], in: reading)
          ])
      }
    })
}

/// How long a cue must be shown to be read at all, in milliseconds. Where it would be shorter, it is not cut: then the other time
/// is wrong, or two people speak at once.
private let shortest = 500
