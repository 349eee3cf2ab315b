import ArgumentParser
import Server

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Run the language server on the standard input and output.")

  @Flag(help: "Accepted because many clients pass it: there is no other way to talk.")
  var stdio = false

  @Option(
    name: .customLong("clientProcessId"),
    help: ArgumentHelp("Accepted because some clients pass it: `initialize` tells it again.", valueName: "id"))
  var clientProcessID: Int?

  func run() throws {
    throw ExitCode(serve(input: 0, output: 1, version: Tapescript.versionNumber))
  }
}
