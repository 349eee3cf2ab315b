import ArgumentParser
import Formats
import RulePages

/// Tries the fixes of all rules in all notations.
struct FixesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fixes",
    abstract: "Try the fixes of every rule in every notation, and print a table.",
    discussion: """
      Each flagged example on the page of a rule is written in every notation, or its mistake is made there anew. The rule \
      has to find it. Each of its fixes is made, and the text read again: there must be one mistake less and no other one \
      instead, and the transcript may say nothing else than the fix declares.
      """)

  @Option(help: ArgumentHelp("Where the pages of the rules are.", valueName: "directory"))
  var pages = "docs/rules"

  func run() throws {
    let table = FixTable(try RulePage.all(in: pages), Notations.builtIn.formats)
    print(table.markdown)
    for complaint in table.complaints { print(complaint) }
    if !table.complaints.isEmpty { throw ExitCode.failure }
  }
}
