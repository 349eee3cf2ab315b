import ArgumentParser
import FoundationEssentials
import SourceText

/// Damages invented transcripts, makes all safe fixes, and counts losses.
struct Harm: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Damage transcripts, make all safe fixes, and see that nothing is lost.",
    discussion: """
      Each transcript is damaged in a few places, checked, fixed, fixed again and checked again. No word and no number \
      may be lost or come out of nothing, a comment stays a comment, the second time changes nothing, and there are no \
      more errors than before. The transcripts are the same for the same seed.
      """)

  @Option(help: ArgumentHelp("How many transcripts.", valueName: "count"))
  var count = 20_000

  @Option(help: "Where the random numbers begin.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Write what went wrong into this directory.", valueName: "directory"))
  var keep: String?

  func run() throws {
    var tally = HarmTally()
    for number in 0..<UInt64(count) {
      let trial = HarmTrial(seed: seed &+ number &* 0x9E37)
      tally.add(trial)
      guard !trial.complaints.isEmpty else { continue }
      print("\(trial.name): \(trial.complaints.joined(separator: "; "))")
      guard let keep else { continue }
      for (text, ending) in [(trial.before, "before"), (trial.after, "after"), (trial.again, "again")] {
        try Data(text.bytes).write(to: URL(filePath: "\(keep)/\(trial.name).\(ending)"))
      }
    }
    print(tally.table)
  }
}

/// The results for all transcripts.
struct HarmTally {
  private(set) var trials = 0
  private(set) var fixed = 0
  private(set) var made = 0
  private(set) var refused = 0
  private(set) var harmed = 0
  private(set) var attempts = 0

  mutating func add(_ trial: HarmTrial) {
    trials += 1
    fixed += trial.made > 0 ? 1 : 0
    made += trial.made
    refused += trial.refused
    attempts += trial.attempts
    harmed += trial.complaints.isEmpty ? 0 : 1
  }

  var table: String {
    """
    | transcripts | fixed | fixes | refused | readings | harmed |
    |--:|--:|--:|--:|--:|--:|
    | \(trials) | \(fixed) | \(made) | \(refused) | \(attempts) | \(harmed) |
    """
  }
}
