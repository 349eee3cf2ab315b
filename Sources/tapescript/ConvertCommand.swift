import ArgumentParser
import Files
import Formats
import Rules
import SourceText
import Transcript

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a transcript in another notation, or a file in another encoding.",
    discussion: """
      Whatever the other notation cannot hold is lost, and each loss is named on the standard error. The result is read \
      again before it is written; anything that would be read differently is named, too.

      Texts are UTF-8. A file in another encoding is read with --from-encoding; without --to nothing but its encoding \
      changes.

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
  var to: String?

  @Option(
    help: ArgumentHelp("The encoding of the file: \(encodings).", valueName: "encoding"),
    completion: .list(TextEncoding.allCases.map(\.rawValue)))
  var fromEncoding: String?

  @Option(
    help: ArgumentHelp("The encoding to write, instead of utf-8.", valueName: "encoding"),
    completion: .list(TextEncoding.allCases.map(\.rawValue)))
  var toEncoding: String?

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

  private static let encodings = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")

  private func encoding(_ name: String?) throws -> TextEncoding? {
    guard let name else { return nil }
    guard let encoding = TextEncoding(named: name) else {
      throw ValidationError(
        "There is no encoding “\(visible(name))”\(didYouMean(name, among: TextEncoding.allCases.map(\.rawValue)))")
    }
    return encoding
  }

  func run() throws {
    let encodings = EncodingChoice(from: try encoding(fromEncoding), to: try encoding(toEncoding))
    let (source, subject) = try configuration.subject(at: path, input, else: "convert takes a file.")
    let names = subject.settings.notation.known.names
    if let to, !names.contains(to) {
      throw ValidationError("There is no notation “\(visible(to))”\(didYouMean(to, among: names))")
    }
    guard to != nil || encodings.isGiven else {
      throw ValidationError("Say what to write: --to names a notation, --from-encoding and --to-encoding an encoding.")
    }
    try leavingOnFailure(try convert(source, notation: subject.settings.notation, encodings))
  }

  private func convert(_ source: Source, notation: NotationChoice, _ encodings: EncodingChoice) throws {
    let output = ConvertedFile(output, mayReplace: force)
    try output.check(against: source)
    let text = try encodings.read(source)
    guard let to else { return try output.write(encodings.write(text.bytes, of: source)) }
    let file = TranscriptFile(text, notation: notation, path: source.path)
    let conversion = try Conversion(of: file, named: source.name, to: to)
    let report = LossReport(conversion.losses, of: source, conversion.text)
    switch format {
    case .text: for line in report.lines { complain(line) }
    case .json: complain(report.json.text)
    }
    if strict, !conversion.losses.isEmpty {
      if format == .text { complain("tapescript: nothing was written, since --strict is given") }
      throw ExitStatus.findings
    }
    try output.write(encodings.write(conversion.bytes, of: source))
    if format == .text, let doubt = conversion.doubt(named: self.output) { complain("tapescript: \(doubt)") }
  }
}
