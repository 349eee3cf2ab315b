/// Patterns as in a `.gitignore`, relative to the directory of their configuration. The last one that matches decides.
struct PatternList: Sendable, Equatable {
  /// As written.
  private(set) var patterns: [String] = []
  private var compiled: [IgnorePattern] = []

  init(_ patterns: [String] = []) {
    for pattern in patterns { append(pattern) }
  }

  /// False for a pattern that cannot match anything.
  @discardableResult
  mutating func append(_ pattern: String) -> Bool {
    guard let read = IgnorePattern(pattern.utf8) else { return false }
    patterns.append(pattern)
    compiled.append(read)
    return true
  }

  /// Whether the patterns match a path, given by its names, or a directory that it lies in.
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

  /// Whether the patterns could match something in a directory.
  func canContain(below directory: [String]) -> Bool {
    let names = directory.map { Array($0.utf8) }
    return compiled.contains { !$0.isNegated && $0.canMatch(below: names) }
  }
}
