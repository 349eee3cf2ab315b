import ArgumentParser
import Configuration
import Files
import SourceText

struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use this configuration for all files instead of the tapescript.json nearest to each.", valueName: "file"),
    completion: .file())
  var config: String?

  @Flag(help: "Use no configuration.")
  var isolated = false

  func validate() throws {
    if isolated, config != nil { throw ValidationError("--config and --isolated contradict each other.") }
  }

  var store: ConfigurationStore {
    let lookup: ConfigurationStore.Lookup =
      isolated ? .none : config.map { .file(absolutePath($0)) } ?? .nearest
    // A check started in `/`, as in a container, must not take the whole machine for its workspace.
    let workspaces = [absolutePath(".")].filter { $0 != "/" }
    return ConfigurationStore(lookup, LocalFiles(), workspaces: workspaces)
  }
}

/// Prints the mistakes in configurations, each with its place; after `limit` of them only their number.
///
/// - Returns: whether there was a mistake.
func tellMistakes(in chains: [ConfigurationChain], limit: Int = 200) -> Bool {
  var told = 0
  var all = 0
  // A file that several others extend is reported once.
  var known: Set<String> = []
  for link in chains.flatMap(\.links) where !link.mistakes.isEmpty && known.insert(link.path).inserted {
    all += link.mistakes.count
    for mistake in link.mistakes.prefix(limit - told) {
      let place = link.file.text.place(of: mistake.range.lowerBound)
      complain("tapescript: \(shownPath(link.path)):\(place.line):\(place.column): \(mistake.message)")
      told += 1
    }
  }
  if all > told { complain("tapescript: and \(counted(all - told, "more mistake"))") }
  return all > 0
}
