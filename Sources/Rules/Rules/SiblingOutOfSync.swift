import SourceText
import Transcript

extension Rule {
  /// Compared are the words alone, without case and punctuation, and only where the two share four runs of words of
  /// five: an edited page and captions with every “uh” are two texts.
  static let siblingOutOfSync = Rule(
    "sibling-out-of-sync", .warning,
    summary: "The same episode in another notation has other words here, or has them at another time.",
    why: "A correction was made in one file and not in the other, and one of them is still wrong.",
    looks: .atBlock { reading, block, report in
      guard !report.surroundings.siblings.isEmpty, reading.blocks[block].kind == .segment else { return }
      let words = SpokenWords(reading, block)
      guard words.hashes.count >= Sibling.runLength else { return }
      let runs = (0...(words.hashes.count - Sibling.runLength)).map {
        SpokenWords.hash(of: words.hashes[$0..<($0 + Sibling.runLength)])
      }
      for sibling in report.surroundings.siblings where sibling.saysTheSame {
        for stretch in differing(runs, from: sibling) {
          let range = words.ranges[stretch.lowerBound].lowerBound..<words.ranges[stretch.upperBound].upperBound
          report(range, "\(sibling.name) has other words here.")
        }
        reportTime(reading, block, runs[0], sibling, &report)
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
      let low = begin == 0 ? 0 : begin + Sibling.runLength - 1
      let high = index == runs.count ? last + Sibling.runLength - 1 : last
      found.append(min(low, high)...max(low, high))
      first = nil
    }
  }
  return found
}

private func reportTime(
  _ reading: Reading, _ block: Int, _ run: UInt64, _ sibling: Sibling, _ report: inout Report
) {
  guard let range = reading.timeRange(of: block), case .time(let stamp) = Timestamp.read(reading.text.bytes[range]),
    let delay = sibling.delay, let distance = sibling.distance(of: stamp.time, at: run)
  else { return }
  if delay != 0, run == sibling.firstRun {
    let seconds = Time(milliseconds: Int32(clamping: abs(delay))).description
    report(range, "From here on times are \(seconds) \(delay > 0 ? "later" : "earlier") than in \(sibling.name).")
  } else if abs(distance - delay) > Sibling.tolerance {
    let there = Time(milliseconds: Int32(clamping: Int(stamp.time.milliseconds) - distance))
    report(range, "\(sibling.name) has these words at \(there.description).")
  }
}
