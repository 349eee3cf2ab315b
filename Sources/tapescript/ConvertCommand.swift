import ArgumentParser
import Files
import Formats
import Rules
import SourceText
import Transcript
import Workspace

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
    help: ArgumentHelp(
      "How a transcript is cut into cues: \(CueProfile.all.map(\.name).joined(separator: ", ")), so many lines of so many characters (2x42), or keep: one cue for each segment.",
      valueName: "shape"
    ),
    completion: .list(CueProfile.all.map(\.name) + ["2x32", "2x42", "keep"]))
  var cues: String?

  @Option(
    help: ArgumentHelp(
      "Where cues become turns: how many seconds nobody speaks at the end of one.", valueName: "seconds"))
  var pause = 2.0

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

  func validate() throws {
    guard pause >= 0, pause <= 1_000_000 else { throw ValidationError("--pause takes a number of seconds.") }
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
    let shape = CueShape(profile: try profile(else: subject.settings.cueProfile), pause: pause)
    try leavingOnFailure(try convert(source, notation: subject.settings.notation, encodings, shape))
  }

  /// - Parameter usual: what the configuration says of captions.
  private func profile(else usual: CueProfile?) throws -> CueProfile? {
    guard let cues else { return usual ?? CueShape.usual }
    if cues == "keep" { return nil }
    guard let profile = CueProfile(cues) else {
      let names = CueProfile.all.map(\.name) + ["keep"]
      throw ValidationError(
        "“\(visible(cues))” is no shape of cues; there are \(names.joined(separator: ", ")), and lines by characters: 2x42"
      )
    }
    return profile
  }

  private func convert(
    _ source: Source, notation: NotationChoice, _ encodings: EncodingChoice, _ shape: CueShape
  ) throws {
    let output = ConvertedFile(output, mayReplace: force)
    try output.check(against: source)
    let text = try encodings.read(source)
    guard let to else { return try output.write(encodings.write(text.bytes, of: source)) }
    let file = TranscriptFile(text, notation: notation, path: source.path)
    let conversion = try Conversion(of: file, named: source.name, to: to, shape)
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
    guard format == .text else { return }
    for note in conversion.notes { complain("\(visible(source.name)): \(note)") }
    if let doubt = conversion.doubt(named: self.output) { complain("tapescript: \(doubt)") }
  }
}
