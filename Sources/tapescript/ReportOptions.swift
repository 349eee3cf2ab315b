import ArgumentParser
import Rules

/// The format of the report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case full, concise, grouped, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson

  /// `text` is another word for `full`: other commands have it, too.
  init?(argument: String) {
    self.init(rawValue: argument == "text" ? "full" : argument)
  }

  /// Whether the format is for people. Then the report ends with a line that says how much was checked.
  var isForPeople: Bool { [.full, .concise, .grouped].contains(self) }

  func printer(_ terminal: Terminal) -> any Printer {
    switch self {
    case .full: FullPrinter(terminal: terminal)
    case .concise: ConcisePrinter(terminal: terminal)
    case .grouped: GroupedPrinter(terminal: terminal)
    case .json: JSONPrinter()
    case .jsonl: JSONLinesPrinter()
    case .sarif: SARIFPrinter()
    case .github: GitHubPrinter()
    case .gitlab: GitLabPrinter()
    case .junit: JUnitPrinter()
    case .checkstyle: CheckstylePrinter()
    case .rdjson: RDJSONPrinter()
    }
  }
}

/// The options for the report of a check.
struct ReportOptions: ParsableArguments {
  @Option(help: "The format of the report; text means full.")
  var format = ReportFormat.full

  @Option(
    help: ArgumentHelp(
      "Write the report to a file. The file appears when it is complete; - is the standard output.", valueName: "file"),
    completion: .file())
  var outputFile: String?

  @Flag(help: "Count the findings of each rule instead of listing them.")
  var statistics = false

  @Flag(name: .shortAndLong, help: "Print nothing but the findings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Name the files without a transcript, and those that could not be read.")
  var verbose = false

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color = ColorChoice.auto

  /// Where the report goes; nil for the standard output.
  var reportPath: String? { outputFile == "-" ? nil : outputFile }

  var terminal: Terminal { Terminal(color, isRedirected: reportPath != nil) }

  var printer: any Printer {
    guard statistics else { return format.printer(terminal) }
    return format.isForPeople ? RuleTable(terminal: terminal) : RuleList()
  }

  func validate() throws {
    if statistics, !format.isForPeople, format != .json {
      throw ValidationError("--statistics can be written as text or json, not as \(format.rawValue).")
    }
    if quiet, verbose { throw ValidationError("--quiet and --verbose contradict each other.") }
  }
}
