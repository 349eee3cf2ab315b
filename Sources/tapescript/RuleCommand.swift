import ArgumentParser
import Rules
import SourceText

struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "Explain a rule.",
    discussion: "What it finds and why, how severe its findings are, and whether they can be fixed.")

  @Argument(
    help: ArgumentHelp("The id of a rule, as shown with its findings.", valueName: "id"),
    completion: .list(Rule.all.map(\.id)))
  var id: String?

  @Flag(help: "List all rules.")
  var all = false

  @Option(help: "The format of the output.")
  var format = DataFormat.text

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color = ColorChoice.auto

  func validate() throws {
    if (id == nil) != all { throw ValidationError("Give the id of one rule, or --all.") }
    guard let id, Rule.named(id) == nil else { return }
    let hint = nearestWord(to: id, among: Rule.all.map(\.id)).map { "Did you mean \($0)?" }
    throw ValidationError("There is no rule \(visible(id)). \(hint ?? "tapescript rule --all lists them.")")
  }

  func run() throws {
    let terminal = Terminal(color)
    switch format {
    case .text:
      try printOut(id.flatMap(Rule.named)?.explanation(terminal) ?? Rule.table(terminal))
    case .json:
      let rules = Rule.all.map(\.json.text).joined(separator: ",\n")
      try printOut((id.flatMap(Rule.named)?.json.text ?? "[\n\(rules)\n]") + "\n")
    }
  }
}
