import ArgumentParser
import Files
import Formats
import Rules
import SourceText
import Transcript

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a transcript in another notation.",
    discussion: """
      Whatever the other notation cannot hold is lost, and each loss is named on the standard error. The result is read \
      again before it is written; anything that would be read differently is named, too.

      Exits with 0 when the transcript was converted, 1 when --strict is given and something would be lost, 2 when the \
      file could not be read or written or holds no transcript.
      """)

  @Argument(
    help: ArgumentHelp("A file, or - for the standard input.", valueName: "file"), completion: .file())
  var path: String

  @Option(
    help: ArgumentHelp(
      "The notation to write: \(Notations.builtIn.names.sorted().joined(separator: ", ")), or one of the configuration.",
      valueName: "notation"
    ),
    completion: .list(Notations.builtIn.names))
  var to: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of the standard output. It must not exist yet.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Let --output replace an existing file.")
  var force = false

  @Flag(help: "Write nothing and exit with 1 when something would be lost.")
  var strict = false

  @Option(help: "The format of the list of losses.")
  var format = DataFormat.text

  @OptionGroup(title: "Configuration") var configuration: ConfigurationOptions

  @OptionGroup var input: StandardInputOptions

  func run() throws {
    let (source, subject) = try configuration.subject(at: path, input, else: "convert takes a file.")
    let names = subject.settings.notation.known.names
    guard names.contains(to) else {
      throw ValidationError("There is no notation “\(visible(to))”\(didYouMean(to, among: names))")
    }
    try leavingOnFailure(try convert(source, notation: subject.settings.notation))
  }

  private func convert(_ source: Source, notation: NotationChoice) throws {
    let output = ConvertedFile(output, mayReplace: force)
    try output.check(against: source)
    let conversion = try Conversion(of: source, notation: notation, to: to)
    let report = LossReport(conversion.losses, of: source, conversion.text)
    switch format {
    case .text: for line in report.lines { complain(line) }
    case .json: complain(report.json.text)
    }
    if strict, !conversion.losses.isEmpty {
      if format == .text { complain("tapescript: nothing was written, since --strict is given") }
      throw ExitStatus.findings
    }
    try output.write(conversion.bytes)
    if format == .text, let doubt = conversion.doubt(named: self.output) { complain("tapescript: \(doubt)") }
  }
}
