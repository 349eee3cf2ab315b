/// Patterns as in a `.gitignore`, from the directory of the configuration in which they stand; the last that matches
/// decides.
struct PatternList: Sendable, Equatable {
  /// As written.
  private(set) var patterns: [String] = []
  private var compiled: [IgnorePattern] = []

  init(_ patterns: [String] = []) {
    for pattern in patterns { append(pattern) }
  }

  /// False for what can match nothing.
  @discardableResult
  mutating func append(_ pattern: String) -> Bool {
    guard let read = IgnorePattern(pattern.utf8) else { return false }
    patterns.append(pattern)
    compiled.append(read)
    return true
  }

  /// Whether the patterns take a path, given by its names, or a directory that it is in.
  func contains(_ path: ArraySlice<String>, isDirectory: Bool = false) -> Bool {
    guard !compiled.isEmpty else { return false }
    let names = path.map { Array($0.utf8) }
    var isTaken = [Bool](repeating: false, count: names.count)
    var walk = PatternWalk()
    for pattern in compiled {
      pattern.follow(names[...], isDirectory: isDirectory, &walk) { isTaken[$0] = !pattern.isNegated }
    }
    return isTaken.contains(true)
  }

  /// Whether something in a directory could be taken.
  func canContain(below directory: [String]) -> Bool {
    let names = directory.map { Array($0.utf8) }
    return compiled.contains { !$0.isNegated && $0.canMatch(below: names) }
  }
}
