/// Follows a pattern along a path, one name after the other, by all ways at once: the time is that of the path times that
/// of the pattern, however many `**` there are.
///
/// One value serves many patterns, so that no memory is taken for each.
public struct PatternWalk {
  /// Whether the steps before each number can be what the names so far are; one more than there are steps.
  private var reached: [Bool] = []

  public init() {}

  /// - Parameter steps: what the names have to be; nil stands for any number of names.
  mutating func begin(_ steps: [Glob?]) {
    reached.removeAll(keepingCapacity: true)
    reached.append(true)
    for _ in steps { reached.append(false) }
    passOver(steps)
  }

  mutating func take(_ name: [UInt8], _ steps: [Glob?]) {
    reached[steps.count] = false
    // From the end, so that a step that is reached by this name does not take it once more.
    for index in steps.indices.reversed() where reached[index] {
      if let glob = steps[index] {
        reached[index] = false
        if glob.matches(name) { reached[index + 1] = true }
      } else if index == steps.count - 1 {
        // `dir/**` is what is inside, not the directory.
        reached[index + 1] = true
      }
    }
    passOver(steps)
  }

  /// Whether the names so far are what the pattern is about.
  var isMatch: Bool { reached[reached.count - 1] }

  /// Whether more names could make it a match.
  var canGoOn: Bool { reached.dropLast().contains(true) }

  /// Any number of names may be none, but for the last step.
  private mutating func passOver(_ steps: [Glob?]) {
    for index in steps.indices.dropLast() where reached[index] && steps[index] == nil { reached[index + 1] = true }
  }
}
