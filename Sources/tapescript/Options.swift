import ArgumentParser
import Rules

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

extension Severity: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(name: argument)
  }

  public var defaultValueDescription: String { name }

  public static var allValueStrings: [String] { allCases.map(\.name) }
}

struct StandardInputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("What the standard input is called; may tell its notation.", valueName: "name"))
  var stdinFilename: String?

  var source: Source { .standardInput(name: stdinFilename) }
}
