/// Matches a pattern against a path, one name after the other, in all possible ways at once. The time is proportional
/// to the length of the path times that of the pattern, however many `**` there are.
///
/// One value is used for many patterns, so that its memory is allocated only once.
public struct PatternWalk {
  /// For each number of steps: whether that many can match the names so far. There is one entry more than there are
  /// steps.
  private var reached: [Bool] = []

  public init() {}

  /// - Parameter steps: a glob for each name; nil stands for any number of names.
  mutating func begin(_ steps: [Glob?]) {
    reached.removeAll(keepingCapacity: true)
    reached.append(true)
    for _ in steps { reached.append(false) }
    passOver(steps)
  }

  mutating func take(_ name: [UInt8], _ steps: [Glob?]) {
    reached[steps.count] = false
    // From the end, so that a step reached by this name does not match it a second time.
    for index in steps.indices.reversed() where reached[index] {
      if let glob = steps[index] {
        reached[index] = false
        if glob.matches(name) { reached[index + 1] = true }
      } else if index == steps.count - 1 {
        // `dir/**` matches what is in the directory, not the directory itself.
        reached[index + 1] = true
      }
    }
    passOver(steps)
  }

  /// Whether the pattern matches the names so far.
  var isMatch: Bool { reached[reached.count - 1] }

  /// Whether more names could make it a match.
  var canGoOn: Bool { reached.dropLast().contains(true) }

  /// `**` may match no name at all, unless it is the last step.
  private mutating func passOver(_ steps: [Glob?]) {
    for index in steps.indices.dropLast() where reached[index] && steps[index] == nil { reached[index + 1] = true }
  }
}
