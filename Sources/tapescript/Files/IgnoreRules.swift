import Configuration
import Files

/// Which entries git ignores: the patterns of the `.gitignore` files from the top of a repository down to a directory.
///
/// Source: gitignore(5). The user's own `core.excludesFile` is not read: a check must say the same on every machine.
struct IgnoreRules: Sendable {
  /// In bytes. Each entry is held against each pattern, and a larger file was not written for this.
  private static let largest = 256 << 10
  /// The patterns of one file and the directory they are for, from the top. The later one has the last word.
  private var lists: [(place: [String], patterns: [IgnorePattern])] = []

  /// The rules that hold in a directory on account of those above it in the same repository, and where it stands there.
  static func around(_ directory: String) -> (rules: IgnoreRules, place: [String]) {
    var rules = IgnoreRules()
    guard let path = realPath(directory), let top = Repository.top(above: path) else { return (rules, []) }
    let names = path.dropFirst(top.count).split(separator: "/").map(String.init)
    var above = top
    var place: [String] = []
    // The directory itself is entered by whoever walks it.
    for name in names {
      rules.enter(above, named: [".git", ".gitignore"], at: &place)
      above = join(above, name)
      place.append(name)
    }
    return (rules, place)
  }

  /// Takes up the rules of a directory with these entries. A repository of its own begins anew.
  mutating func enter(_ directory: String, named names: [String], at place: inout [String]) {
    if names.contains(".git"), let exclude = Repository.exclude(of: directory) {
      place = []
      lists = [([], IgnorePattern.read(contents(exclude, atMost: Self.largest)))]
    }
    guard names.contains(".gitignore") else { return }
    lists.append((place, IgnorePattern.read(contents(join(directory, ".gitignore"), atMost: Self.largest))))
  }

  /// Whether the entry at a place is ignored. What is below an ignored directory is never asked for.
  func ignore(_ place: [String], isDirectory: Bool) -> Bool {
    let names = place.map { Array($0.utf8) }
    var walk = PatternWalk()
    for list in lists.reversed() {
      let path = names[list.place.count...]
      for pattern in list.patterns.reversed() where pattern.matches(path, isDirectory: isDirectory, &walk) {
        return !pattern.isNegated
      }
    }
    return false
  }
}
