import Formats
import RulePages
import Rules
import SourceText
import Transcript

/// The fixes of one example in one notation.
struct FixTrial {
  /// Whether the rule finds the mistake.
  private(set) var isSeen = false
  /// How many fixes were made and changed only what they declare.
  private(set) var made = 0
  private(set) var complaints: [String] = []

  private let rule: String
  private let format: any Format
  private let configuration: ExampleConfiguration

  init(_ page: RulePage, _ example: RulePage.Example, _ format: any Format) {
    (rule, self.format) = (page.id, format)
    guard let configuration = try? ExampleConfiguration(rule: page.id, json: example.configuration),
      let own = Notations.builtIn.format(named: example.notation)
    else { fatalError("docs/rules/\(page.id).md:\(example.line) cannot be read") }
    self.configuration = configuration
    let plant = MistakePlant(page.id, example.text, own) { [rule] in
      configuration.findings(in: $0).filter { $0.rule == rule }
    }
    for text in plant.texts(in: format) where !isSeen { attempt(Document(text, format: format).reading) }
  }

  /// The findings of the rule, and how many errors there are of all rules.
  private func judge(_ reading: Reading) -> (own: [Finding], errors: Int) {
    let findings = configuration.findings(in: reading)
    return (findings.filter { $0.rule == rule }, findings.count { $0.severity == .error })
  }

  private mutating func attempt(_ reading: Reading) {
    let before = judge(reading)
    isSeen = !before.own.isEmpty
    for finding in before.own {
      for fix in finding.fixes {
        let after = Document(fix.applied(to: reading.text), format: format).reading
        let result = judge(after)
        var wrong: [String] = []
        if result.own.count >= before.own.count { wrong.append("fixes nothing") }
        if result.errors > before.errors { wrong.append("makes another mistake") }
        wrong += fix.breaches(of: reading, in: after).prefix(1).map { "changes more than it says: \($0)" }
        made += wrong.isEmpty ? 1 : 0
        complaints += wrong.map { "“\(fix.title)” \($0)\n\(text(reading))\n=>\n\(text(after))" }
      }
    }
    if !before.own.isEmpty { rest(reading) }
  }

  /// Makes the best fixes one after the other and checks that nothing is left that can be fixed.
  private mutating func rest(_ reading: Reading) {
    var reading = reading
    for _ in 0..<20 {
      guard let fix = judge(reading).own.lazy.compactMap(\.fixes.first).first else { return }
      reading = Document(fix.applied(to: reading.text), format: format).reading
    }
    complaints.append("the fixes do not come to rest")
  }

  private func text(_ reading: Reading) -> String { reading.text.string(0..<reading.text.count) }
}
