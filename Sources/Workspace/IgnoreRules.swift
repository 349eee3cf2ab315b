import Configuration
import Files

/// Which files git ignores, by the `.gitignore` files from the top of a repository down to a directory.
///
/// Source: gitignore(5). The user's own `core.excludesFile` is not read, because a check must give the same result on
/// every machine.
struct IgnoreRules: Sendable {
  /// The largest `.gitignore` that is read, in bytes. Each file is matched against each pattern, and nobody writes a
  /// longer one for that purpose.
  private static let largest = 256 << 10
  /// The patterns of each file and the directory they are relative to, from the top down. The last one that matches
  /// decides.
  private var lists: [(place: [String], patterns: [IgnorePattern])] = []

  /// The rules for a directory that come from the directories above it in the same repository, and the names of its
  /// path in the repository.
  static func around(_ directory: String) -> (rules: IgnoreRules, place: [String]) {
    var rules = IgnoreRules()
    guard let path = realPath(directory), let top = Repository.top(above: path) else { return (rules, []) }
    let names = path.dropFirst(top.count).split(separator: "/").map(String.init)
    var above = top
    var place: [String] = []
    // The rules of the directory itself are added when it is walked.
    for name in names {
      rules.enter(above, named: [".git", ".gitignore"], at: &place)
      above = join(above, name)
      place.append(name)
    }
    return (rules, place)
  }

  /// Adds the rules of a directory with these entries. In the top directory of another repository the rules begin anew.
  mutating func enter(_ directory: String, named names: [String], at place: inout [String]) {
    if names.contains(".git"), let exclude = Repository.exclude(of: directory) {
      place = []
      lists = [([], IgnorePattern.read(contents(exclude, atMost: Self.largest)))]
    }
    guard names.contains(".gitignore") else { return }
    lists.append((place, IgnorePattern.read(contents(join(directory, ".gitignore"), atMost: Self.largest))))
  }

  /// Whether the file at a path is ignored. Nothing below an ignored directory is asked about.
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
