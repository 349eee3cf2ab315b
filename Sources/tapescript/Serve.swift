import ArgumentParser
import Platform
import Server

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Run the language server on the standard input and output.")

  @Flag(help: "Accepted because many clients pass it; the server knows no other way to communicate.")
  var stdio = false

  @Option(
    name: .customLong("clientProcessId"),
    help: ArgumentHelp("Accepted because some clients pass it; `initialize` names the process, too.", valueName: "id"))
  var clientProcessID: Int?

  func run() throws { serveAndLeave() }
}

/// Runs the language server, and ends the process with it.
func serveAndLeave() -> Never {
  exit(serve(input: STDIN_FILENO, output: STDOUT_FILENO, version: Tapescript.versionNumber))
}
