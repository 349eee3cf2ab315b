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
    for end in path.indices.map({ $0 + 1 }) {
      let part = path[..<end]
      let last = compiled.last { $0.matches(part, isDirectory: isDirectory || end < path.endIndex) }
      if let last, !last.isNegated { return true }
    }
    return false
  }
}
