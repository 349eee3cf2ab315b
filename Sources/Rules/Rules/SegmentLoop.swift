import SourceText
import Transcript

extension Rule {
  /// Left alone: music and sounds, people who agree with each other, and repetitions of one or two words, unless there
  /// are ten of them.
  static let segmentLoop = Rule(
    "segment-loop", .warning, fix: .offered,
    summary: "Three or more segments in a row say nearly the same.",
    why: "Nobody said this so often; what was said instead is missing.",
    options: [timesOption, shortOption],
    looks: .atDocument(.counts) { reading, report in
      for repeats in report.repeats(in: reading) {
        let segments = repeats.segments
        let isShort = reading.episode.rows[segments[0]].words < 3
        guard Double(segments.count) >= report.number(isShort ? shortOption : timesOption),
          Set(segments.compactMap { reading.episode.rows[$0].speaker }).count < 2,
          let range = reading.range(.words, of: segments[1])
        else { continue }
        let related = segments.dropFirst(2).compactMap { reading.range(.words, of: $0) }
          .map { Finding.Related(range: $0, message: "And again.") }
        let copies = segments.dropFirst()
        report(
          range, "This is said \(segments.count) times in a row, in nearly the same words.", related: related,
          fixes: [Fix("Remove the \(copies.count) repetitions", copies.map { .remove(block: $0) }, in: reading)])
      }
    })
}

private let timesOption = Rule.Option(
  "times", .number(3), "How many segments in a row must say nearly the same to be reported.")
private let shortOption = Rule.Option(
  "short", .number(10), "How many segments in a row must say the same one or two words to be reported.")
