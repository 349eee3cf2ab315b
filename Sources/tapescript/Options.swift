import ArgumentParser
import Rules

/// How something is written that is not a report of findings.
enum DataFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// From which severity on a finding makes the check fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, information, hint

  var severity: Severity { Severity(name: rawValue)! }
}

struct StandardInputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("What the standard input is called; may tell its notation.", valueName: "name"))
  var stdinFilename: String?

  var source: Source { .standardInput(name: stdinFilename) }
}
