/// Many paths in one argument.
///
/// The parser of the command line notes for each value where all values before it came from, so its work grows with the
/// square of their number: 20,000 names took seven seconds. A long run of paths is handed to it as one value, parted by NUL,
/// which no path has in it.
enum PackedPaths {
  /// Shorter runs cost nothing worth naming.
  private static let fewest = 64
  private static let separator: Character = "\0"

  /// The arguments with long runs of paths packed. The first of a run may be the value of the option before it, so it
  /// stays by itself.
  static func packed(_ arguments: [String]) -> [String] {
    var result: [String] = []
    var run: [String] = []
    func flush() {
      if run.count > fewest {
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

  /// The paths in some arguments.
  static func unpacked(_ arguments: [String]) -> [String] {
    arguments.flatMap { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
  }
}
