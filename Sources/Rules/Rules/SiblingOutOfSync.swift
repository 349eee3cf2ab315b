import SourceText
import Transcript

extension Rule {
  /// Compared are the words alone, without case and punctuation, and only where the two share four runs of words of five: an
  /// edited page and captions with every “uh” are two texts. Whether they do depends on all of both, so the whole is
  /// compared each time; where there is no sibling that costs nothing.
  static let siblingOutOfSync = Rule(
    "sibling-out-of-sync", .warning,
    summary: "The same episode in another notation has other words here, or has them at another time.",
    why: "A correction was made in one file and not in the other, and one of them is still wrong.",
    looks: .atDocument { reading, report in
      guard !report.surroundings.siblings.isEmpty else { return }
      let episode = SpokenEpisode(reading)
      for sibling in report.surroundings.siblings {
        guard let comparison = SiblingComparison(sibling, episode, reading) else { continue }
        for segment in episode.segments {
          guard let first = segment.runs.first else { continue }
          let ranges = segment.words.ranges
          for stretch in differing(segment.runs, from: sibling) {
            let range = ranges[stretch.lowerBound].lowerBound..<ranges[stretch.upperBound].upperBound
            report(range, "\(sibling.name) has other words here.")
          }
          reportTime(reading, segment.block, first, comparison, &report)
        }
      }
    })
}

/// The words, by their numbers, that a sibling does not have in this order.
///
/// Where one word is another one, just the runs that contain it are missing, so what these have in common is that word;
/// where the sibling has one more, it is the two words around it. At the ends of a segment a word has fewer runs.
private func differing(_ runs: [UInt64], from sibling: Sibling) -> [ClosedRange<Int>] {
  var found: [ClosedRange<Int>] = []
  var first: Int?
  for index in 0...runs.count {
    let isMissing = index < runs.count && !sibling.has(runs[index])
    if isMissing {
      first = first ?? index
    } else if let begin = first {
      let last = index - 1
      let low = begin == 0 ? 0 : begin + WordRuns.length - 1
      let high = index == runs.count ? last + WordRuns.length - 1 : last
      found.append(min(low, high)...max(low, high))
      first = nil
    }
  }
  return found
}

private func reportTime(
  _ reading: Reading, _ block: Int, _ run: UInt64, _ comparison: SiblingComparison, _ report: inout Report
) {
  let sibling = comparison.sibling
  guard let range = reading.timeRange(of: block), case .time(let stamp) = Timestamp.read(reading.text.bytes[range]),
    let delay = comparison.delay, let distance = sibling.distance(of: stamp.time, at: run)
  else { return }
  if delay != 0, run == comparison.firstRun {
    let seconds = Time(milliseconds: Int32(clamping: abs(delay))).description
    report(range, "From here on times are \(seconds) \(delay > 0 ? "later" : "earlier") than in \(sibling.name).")
  } else if abs(distance - delay) > SiblingComparison.tolerance {
    let there = Time(milliseconds: Int32(clamping: Int(stamp.time.milliseconds) - distance))
    report(range, "\(sibling.name) has these words at \(there.description).")
  }
}
