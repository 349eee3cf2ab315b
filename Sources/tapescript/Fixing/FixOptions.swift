import ArgumentParser
import Rules

struct FixOptions: ParsableArguments {
  @Flag(
    help: "Make the safe fixes, then report what is left. For -, the fixed text is written to the standard output."
  )
  var fix = false

  @Flag(help: "Make the best fix of every finding, even if it may be wrong; needs --fix or --diff.")
  var unsafeFixes = false

  @Flag(help: "Show what --fix would change, and change nothing.")
  var diff = false

  func validate() throws {
    if unsafeFixes, !fix, !diff {
      throw ValidationError("--unsafe-fixes needs --fix or --diff.")
    }
  }

  /// How fixes are made; nil where files are only checked.
  ///
  /// - Parameter paths: the paths that the user named.
  func run(_ terminal: Terminal, _ paths: [String]) -> FixRun? {
    guard fix || diff else { return nil }
    return FixRun(
      choice: unsafeFixes ? .best : .safe, purpose: diff ? .show : .write, terminal: terminal,
      takesStandardInput: paths.contains("-"))
  }
}
