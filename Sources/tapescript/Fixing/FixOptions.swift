import ArgumentParser
import Rules

struct FixOptions: ParsableArguments {
  @Flag(
    help: "Make the repairs that are safe, then report what is left. Of the standard input the text is written out.")
  var fix = false

  @Flag(help: "Make the best repair of every finding, also where somebody should look; needs --fix or --diff.")
  var unsafeFixes = false

  @Flag(help: "Show what --fix would change, and change nothing.")
  var diff = false

  func validate() throws {
    if unsafeFixes, !fix, !diff {
      throw ValidationError("--unsafe-fixes says which repairs are made: it needs --fix or --diff.")
    }
  }

  /// What is to be done; nil where files are only looked at.
  ///
  /// - Parameter paths: that were named.
  func fixing(_ terminal: Terminal, _ paths: [String]) -> Fixing? {
    guard fix || diff else { return nil }
    return Fixing(
      choice: unsafeFixes ? .best : .safe, purpose: diff ? .show : .write, terminal: terminal,
      takesStandardInput: paths.contains("-"))
  }
}
