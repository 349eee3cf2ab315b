import Transcript

extension Rule {
  /// The cue that stands out is reported, and not those that follow one whose time is far too late. Of two that could be the
  /// wrong one it is the second, as in the specification of WebVTT (4.1): each start is at least that of every cue above.
  static let cueOrder = Rule(
    "cue-order", .warning, fix: .offered,
    summary: "A cue begins before the one above it.",
    why: "Players that read a file as it is played show such a cue late or never.",
    looks: .atDocument(.frame) { reading, report in
      // A cue that ends before it begins is reported as that.
      let cues = reading.cues().filter { reading.isCaption($0.block) && $0.length >= 0 }
      guard zip(cues, cues.dropFirst()).contains(where: { $1.start < $0.start }) else { return }
      let run = RisingRun(cues.map(\.start.milliseconds))
      let blamed = run.blamed.map { max($0.index, $0.other ?? $0.index) }.sorted()
      let isBlamed = Set(blamed)
      let kept = cues.indices.filter { !isBlamed.contains($0) }
      for index in Set(blamed).sorted() {
        let cue = cues[index]
        guard let range = reading.timeRange(of: cue.block) else { continue }
        let isLate = index + 1 < cues.count && cues[index + 1].start < cue.start && !isBlamed.contains(index + 1)
        let place = kept.partitioningIndex { cues[$0].start > cue.start }
        let target = place < kept.count ? cues[kept[place]].block : reading.blocks.count
        report(
          range,
          isLate
            ? "\(cue.start.description) is later than the start of the cue below it."
            : "\(cue.start.description) is earlier than the start of a cue above it.",
          fixes: [Fix("Move the cue to its place by its time", [.move(block: cue.block, before: target)], in: reading)])
      }
    })
}
