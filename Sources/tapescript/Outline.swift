import ArgumentParser
import Files
import SourceText
import Workspace

struct Outline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: "Show the sections of a transcript.",
    discussion: "Time, length, words and speakers of each section, then the totals.")

  @Argument(help: ArgumentHelp("A file, or - for the standard input.", valueName: "file"), completion: .file())
  var path: String

  @Option(help: "The format of the outline.")
  var format = DataFormat.text

  @OptionGroup(title: "Configuration") var configuration: ConfigurationOptions

  @OptionGroup var input: StandardInputOptions

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color = ColorChoice.auto

  func run() throws {
    let (source, subject) = try configuration.subject(
      at: path, input, else: "outline takes a file; stats takes directories, too.")
    do {
      let file = try TranscriptFile(source, notation: subject.settings.notation)
      guard let reading = file.reading, let notation = file.notation else {
        throw Failure(path: source.name, reason: file.reason ?? "no transcript found")
      }
      let contents = Contents(reading, notation: notation)
      switch format {
      case .text: try printOut(contents.table(Terminal(color)))
      case .json: try printOut(contents.json.text + "\n")
      }
    } catch let failure as Failure {
      complain("tapescript: \(failure)")
      throw ExitStatus.failure
    }
  }
}
