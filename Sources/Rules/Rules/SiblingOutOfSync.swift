import SourceText
import Transcript

extension Rule {
  /// Only words are compared, without case and punctuation, and only if the two transcripts share four fifths of their
  /// runs of words. An edited page and captions with every “uh” are different texts and are not compared.
  static let siblingOutOfSync = Rule(
    "sibling-out-of-sync", .warning,
    summary: "Another transcript of the episode has different words here, or the same words at a different time.",
    why: "A correction was made in one file and not in the other, and one of them is still wrong.",
    looks: .atComparisons { reading, compared, report in
      let segments = compared.map(\.segment)
      for (index, sibling) in report.surroundings.siblings.enumerated() {
        guard let comparison = SiblingComparison(sibling, index, segments) else { continue }
        for (block, segment) in compared {
          let start = reading.blocks.start(of: block)
          for stretch in segment.matches[index].missing {
            report(stretch.shifted(by: start), "\(sibling.name) has other words here.")
          }
          reportTime(reading, block, segment, comparison, &report)
        }
      }
    })
}

private func reportTime(
  _ reading: Reading, _ block: Int, _ segment: ComparedSegment, _ comparison: SiblingComparison,
  _ report: inout Report
) {
  guard let delay = comparison.delay, let distance = segment.matches[comparison.index].distance,
    let start = reading.episode.start(of: block)
  else { return }
  let name = comparison.sibling.name
  let isFirst = delay != 0 && segment.firstRun == comparison.firstRun
  guard isFirst || abs(distance - delay) > SiblingComparison.tolerance, let range = reading.timeRange(of: block) else {
    return
  }
  if isFirst {
    let seconds = Time(milliseconds: delay.magnitude).description
    report(range, "From here on times are \(seconds) \(delay > 0 ? "later" : "earlier") than in \(name).")
  } else {
    let there = Time(milliseconds: Int(start.milliseconds) - distance)
    report(range, "\(name) has these words at \(there.description).")
  }
}
