/// Rewrites arguments that ArgumentParser cannot take as users write them.
enum ParserArguments {
  /// A run of paths up to this length is not packed: its cost is too small to measure.
  private static let longestUnpackedRun = 64
  private static let separator: Character = "\0"

  static func prepared(_ arguments: [String]) -> [String] { packed(withReason(arguments)) }

  /// The parser knows no option whose value may be left out, so `--add-ignore=REASON` becomes a flag and a second option.
  /// An argument of its own behind `--add-ignore` is never the reason, but a path.
  private static func withReason(_ arguments: [String]) -> [String] {
    let options = arguments.prefix { $0 != "--" }
    return options.flatMap { argument -> [String] in
      guard argument.hasPrefix("--add-ignore=") else { return [argument] }
      let reason = argument.dropFirst("--add-ignore=".count)
      return ["--add-ignore"] + (reason.isEmpty ? [] : ["--add-ignore-reason=" + reason])
    } + arguments[options.endIndex...]
  }

  /// The parser notes for each value where all values before it came from, so its work grows with the square of their
  /// number: 20,000 paths took seven seconds. A long run of paths is therefore handed to it as one value, separated by
  /// NUL, which no path contains. The first of a run may be the value of the option before it, so it stays by itself.
  private static func packed(_ arguments: [String]) -> [String] {
    var result: [String] = []
    var run: [String] = []
    func flush() {
      if run.count > longestUnpackedRun {
        result += [run[0], run.dropFirst().joined(separator: String(separator))]
      } else {
        result += run
      }
      run.removeAll()
    }
    var isBehindTerminator = false
    for argument in arguments {
      if argument == "--" { isBehindTerminator = true }
      if argument.hasPrefix("-"), argument != "-", !isBehindTerminator || argument == "--" {
        flush()
        result.append(argument)
      } else {
        run.append(argument)
      }
    }
    flush()
    return result
  }

  /// The paths in the values that the parser gave back.
  static func paths(in values: [String]) -> [String] {
    values.flatMap { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
  }
}
