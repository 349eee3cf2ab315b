import SourceText
import Testing

@testable import tapescript_bench

/// Safe fixes lose nothing, whatever a transcript has become. `tapescript-bench harm` tries more of them.
struct HarmTests {
  @Test("Damaged transcripts keep all words, numbers and comments, and come to rest", arguments: UInt64(0)..<6)
  func damaged(part: UInt64) {
    var tally = HarmTally()
    for number in 0..<UInt64(60) {
      let trial = HarmTrial(seed: 20_261 &+ part &* 60 &+ number)
      tally.add(trial)
      #expect(
        trial.complaints.isEmpty,
        "\(trial.name): \(trial.complaints)\n\(text(trial.before))\n=>\n\(text(trial.after))")
    }
    #expect(tally.fixed > 20)
  }

  @Test(
    "What is lost is seen",
    arguments: [
      ("qv1 and qv2\n", "qv1 and\n", "lost: qv2"), ("qv1\n", "qv1 qv1\n", "from nothing: qv1"),
      ("- a # rem1\n", "- a 'rem1'\n", "no comment any more: rem1"), ("qv1 qv2\n", "qv2 qv1\n", "another order"),
      ("qv12\n", "qv1 2\n", "lost: qv12"),
    ])
  func losses(before: String, after: String, complaint: String) {
    #expect(Losses(Text(before), Text(after)).complaints.first == complaint)
    #expect(Losses(Text(before), Text(before)).complaints.isEmpty)
  }

  private func text(_ text: Text) -> String { text.string(0..<text.count) }
}
