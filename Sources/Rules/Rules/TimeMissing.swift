import Transcript

extension Rule {
  /// A labelled segment without a time, where the file's segments have one.
  ///
  /// A paragraph that continues the speaker above it needs no time of its own, whether its label is repeated or not.
  static let timeMissing = Rule(
    "time-missing", .warning,
    why: "Nobody can jump to the line, and search results cannot point at it.",
    looks: .atDocument { reading, report in
      guard Habits(reading).timed else { return }
      let rows = reading.episode.rows
      var current: Speakers.ID?
      // Behind a turn whose label is lost nobody knows whether somebody else begins or the same person goes on.
      var isKnown = true
      for index in rows.indices where reading.kind(of: index) == .segment {
        guard let speaker = rows[index].speaker else {
          if rows[index].start != nil { isKnown = false }
          continue
        }
        defer { (current, isKnown) = (speaker, true) }
        guard rows[index].start == nil, isKnown, speaker != current, let label = reading.range(.speaker, of: index)
        else {
          continue
        }
        // A time that is there but cannot be read has a finding of its own.
        let hasTime = reading.blocks.parts(of: index).contains {
          ($0.kind == .start || $0.kind == .seconds) && $0.length > 0
            || [.timeMalformed, .timeOutOfRange, .secondsMalformed].contains($0.fault)
        }
        if !hasTime { report(label, "This turn has no time, and most others have one.") }
      }
    })
}
