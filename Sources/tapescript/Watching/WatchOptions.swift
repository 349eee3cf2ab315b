import ArgumentParser

struct WatchOptions: ParsableArguments {
  @Flag(help: "Check again whenever a file changes; Ctrl-C ends it.")
  var watch = false
}
