import ArgumentParser
import Files
import Rules
import SourceText

/// The command line. Each task of a user is a command.
@main
struct Tapescript: ParsableCommand {
  static let versionNumber = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tapescript",
    abstract: "Checks transcripts of spoken conversation.",
    version: versionNumber,
    subcommands: [
      Check.self, Outline.self, Stats.self, ConvertCommand.self, RuleCommand.self, Config.self, Serve.self,
      Completions.self,
    ])

  /// Runs the command and exits with 0, 1 or 2 as `docs/cli.md` says. The parser's own 64 for a wrong option would be a
  /// second code for "the job could not be done".
  static func main() {
    // An editor waits for the first answer of the server, and the parser would take longer over this one word than the
    // server takes to answer.
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.elementsEqual(["lsp"]) || arguments.elementsEqual(["lsp", "--stdio"]) { serveAndLeave() }
    if let complaint = unknownCommand(arguments.first) {
      complain("tapescript: \(complaint)")
      exit(withError: ExitStatus.failure)
    }
    do {
      var command = try parseAsRoot(ParserArguments.prepared(Array(arguments)))
      try command.run()
    } catch  where error is ExitCode || exitCode(for: error) == .success {
      exit(withError: error)
    } catch {
      for line in fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false) {
        complain(String(line))
      }
      exit(withError: ExitStatus.failure)
    }
  }

  /// The message for a first argument that is neither a command nor an option. The parser would only call it
  /// unexpected.
  private static func unknownCommand(_ argument: String?) -> String? {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let argument, !argument.hasPrefix("-"), !commands.contains(argument) else { return nil }
    let complaint = "There is no command “\(visible(argument))”"
    let isFile = (try? FileStatus(argument)) != nil
    return complaint + (isFile ? "; did you mean “tapescript check”?" : didYouMean(argument, among: commands))
  }
}

/// The exit codes of the process.
enum ExitStatus {
  static let findings = ExitCode(1)
  /// The job could not be done, or not all of it.
  static let failure = ExitCode(2)
}
