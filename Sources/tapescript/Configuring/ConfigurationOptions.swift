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
    return ConfigurationStore(lookup, LocalFiles(), workspaces: [absolutePath(".")])
  }
}

extension ConfigurationChain.Link {
  /// What is wrong in the file, each with its place, for people.
  var complaints: [String] {
    mistakes.map { mistake in
      let place = file.text.place(of: mistake.range.lowerBound)
      return "\(visible(shownPath(path))):\(place.line):\(place.column): \(visible(mistake.message))"
    }
  }
}
