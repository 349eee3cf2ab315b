import ArgumentParser
import Configuration
import Rules

struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Apply only these rules, even those that are off by default; time or 'time-*' stands for all that begin with time-.",
      valueName: "rule,…"), completion: .list(RuleNames.all))
  var select: [RuleNames] = []

  @Option(help: ArgumentHelp("Do not apply these rules.", valueName: "rule,…"), completion: .list(RuleNames.all))
  var ignore: [RuleNames] = []

  @Option(
    help: ArgumentHelp(
      "Report only findings that concern lines changed since this git revision.", valueName: "revision"))
  var since: String?

  @Flag(
    help: "Check what is staged for the next commit instead of the files; for git hooks.")
  var staged = false

  func validate() throws {
    for name in (select + ignore).flatMap(\.unknown) {
      throw ValidationError("There is no rule “\(name)”\(didYouMean(name, among: RuleNames.all))")
    }
  }

  var selection: Selection {
    Selection(selected: select.isEmpty ? nil : Set(select.flatMap(\.rules)), ignored: Set(ignore.flatMap(\.rules)))
  }
}

/// `time-order,yaml-*,speaker`: rules and groups of rules.
struct RuleNames: ExpressibleByArgument {
  private(set) var rules: [String] = []
  private(set) var unknown: [String] = []

  init?(argument: String) {
    for piece in argument.split(separator: ",") {
      let name = String(piece.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      let matching = Self.matching(name)
      rules += matching
      if matching.isEmpty { unknown.append(name) }
    }
    if rules.isEmpty, unknown.isEmpty { return nil }
  }

  /// The names that can be given: each rule, and the first word of each.
  static let all: [String] = Set(Rule.all.map { String($0.id.prefix { $0 != "-" }) }).sorted() + Rule.all.map(\.id)

  private static func matching(_ name: String) -> [String] {
    if Rule.named(name) != nil { return [name] }
    let prefix = name.hasSuffix("*") ? String(name.dropLast()) : name + "-"
    return Rule.all.map(\.id).filter { $0.hasPrefix(prefix) }
  }
}
