import ArgumentParser

struct WatchOptions: ParsableArguments {
  @Flag(help: "Check again whenever a file changes, until Ctrl-C.")
  var watch = false
}
