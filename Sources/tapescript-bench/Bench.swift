import ArgumentParser

/// Prints how long Tapescript takes, as a Markdown table for `docs/benchmarks.md`.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tapescript-bench",
    abstract: "Measure reading, keystrokes, answers and cold start on invented episodes.",
    discussion: """
      Meant for release builds. Times are medians in milliseconds: of the processor's work where it is done in this \
      program, of the time that passes for the server and the cold start. The episodes are the same every time.
      """,
    subcommands: [
      Noise.self, Mutate.self, Harm.self, Grow.self, DetectionTable.self, FixesCommand.self, SlipsCommand.self,
    ])

  @Flag(help: "Fewer runs, for a first look.")
  var quick = false

  @Option(help: ArgumentHelp("Only the episodes whose name contains this.", valueName: "text"))
  var only: String?

  @Option(help: ArgumentHelp("Only the measures whose title contains this.", valueName: "text"))
  var measure: String?

  @Option(help: ArgumentHelp("The tapescript to start; by default the one beside this program.", valueName: "path"))
  var tapescript: String?

  @Option(
    help: ArgumentHelp("Print the first of the episodes at this size and measure nothing.", valueName: "bytes"))
  var episode: Int?

  func run() throws {
    let kinds = Kind.all.filter { only.map($0.name.contains) ?? true }
    if let episode {
      if let kind = kinds.first { print(String(decoding: kind.episode(of: episode), as: UTF8.self), terminator: "") }
      return
    }
    let patience = quick ? Patience(seconds: 0.2, runs: 5) : Patience(seconds: 2, runs: 25)
    let path = tapescript ?? beside("tapescript")
    var measures = [Measure.keystroke, .blank, .retiming, .open, .read, .outline]
    if Child(path, ["--version"]).map({ $0.finish() }) != nil {
      measures += [.serverKeystroke(path), .serverOutline(path), .memory(path)]
      if isWanted("cold start") { print(coldStarts(path, patience)) }
      for size in [sizes[0], sizes[2]] where isWanted("answer") {
        print(AnswerTimes(path, kinds, size, patience).table)
      }
      if isWanted("workspace") { print(try FolderTimes(path, quick: quick).table) }
    } else {
      print("No tapescript at \(path): the server and the cold start are not measured.\n")
    }
    if isWanted("notation") {
      print(NotationTimes(patience: patience) { name in only.map(name.contains) ?? true }.table)
    }
    for measure in measures where isWanted(measure.title) { print(measure.table(kinds, patience)) }
  }

  private func isWanted(_ title: String) -> Bool { measure.map(title.contains) ?? true }

  /// The path of another program in the directory of this one.
  private func beside(_ name: String) -> String {
    let own = CommandLine.arguments[0]
    return own.lastIndex(of: "/").map { own[...$0] + name } ?? name
  }
}
