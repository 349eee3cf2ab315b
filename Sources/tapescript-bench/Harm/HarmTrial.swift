import Formats
import Rules
import SeededRandom
import SourceText
import Transcript

/// A damaged transcript, and the result of making all safe fixes in it.
struct HarmTrial {
  let name: String
  let before: Text
  private(set) var after: Text
  /// The result of making all safe fixes once more, which must not change anything.
  private(set) var again: Text
  private(set) var made = 0
  private(set) var refused = 0
  private(set) var attempts = 0
  /// Everything that went wrong.
  private(set) var complaints: [String] = []

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let notation = ["front-matter", "front-matter", "page", "blog", "captions"].randomElement(using: &random)!
    var damage = HarmText(random)
    before = Text(damage.transcript(in: notation))
    (after, again) = (before, before)
    name = "\(seed).\(notation)"
    let settings = Self.settings.randomElement(using: &random)!
    guard let format = Detection.detect(before).format else { return }
    mend(format, settings)
  }

  private mutating func mend(_ format: any Format, _ settings: Settings) {
    let loop = FixLoop(.safe) { version in
      Detection.detect(version).format?.name == format.name ? Document(version, format: format).reading : nil
    } judge: {
      Judge.findings(in: $0, settings, fixes: .safe)
    }
    let first = Document(before, format: format).reading
    let errors = Judge.findings(in: first, settings).count { $0.severity == .error }
    let result = loop.run(first)
    (made, refused, attempts, after) = (result.made, result.refused.count, result.attempts, result.reading.text)
    complaints = Losses(before, after).complaints
    again = loop.run(result.reading).reading.text
    if again != after { complaints.append("the second time changes something") }
    let left = result.findings.count { $0.severity == .error }
    if left > errors { complaints.append("\(errors) errors became \(left)") }
    if result.findings.contains(where: { $0.fixes.contains(where: \.isSafe) }) {
      complaints.append("a safe fix is left")
    }
  }

  /// Settings with the default rules, with all rules, and with glossary terms that contradict each other.
  private static let settings: [Settings] = {
    var all = Settings()
    for rule in Rule.all { all.choices[rule.id] = Settings.Choice(isOn: true) }
    var quarrel = all
    quarrel.glossary = [
      .init(wrong: "mill", right: "river"), .init(wrong: "river", right: "mill"),
      .init(wrong: "wheel", right: "wheel of wheel"),
      .init(wrong: "hex", right: "0x1F"), .init(wrong: "mark", right: "<<"), .init(wrong: "quoted", right: "it's: so"),
    ]
    return [Settings(), Settings(), all, quarrel]
  }()
}
