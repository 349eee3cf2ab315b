import ArgumentParser

struct StandardInputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The name of the standard input in reports. Its ending may also tell the notation.", valueName: "name"))
  var stdinFilename: String?

  var source: Source { .standardInput(name: stdinFilename) }
}
