import SeededRandom
import Testing

@testable import Configuration

/// Patterns as in a `.gitignore`, held against the plainest way to match them: try everything.
@Suite struct GlobTests {
  /// What a pattern of names says, by trying all that a star could take.
  private func plainly(_ steps: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
    guard let step = steps.first else { return path.isEmpty }
    if step == "**" {
      if steps.count == 1 { return !path.isEmpty }
      return (path.startIndex...path.endIndex).contains { plainly(steps.dropFirst(), path[$0...]) }
    }
    guard let name = path.first, plainly(Array(step)[...], Array(name)[...]) else { return false }
    return plainly(steps.dropFirst(), path.dropFirst())
  }

  private func plainly(_ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    let rest = pattern.dropFirst()
    switch first {
    case "*": return (name.startIndex...name.endIndex).contains { plainly(rest, name[$0...]) }
    case "?": return !name.isEmpty && plainly(rest, name.dropFirst())
    case "[":
      // Only the forms that the test writes: `[ab]`, `[!a]`, `[a-c]`.
      guard let end = rest.firstIndex(of: "]"), let letter = name.first else { return false }
      var set = rest[rest.startIndex..<end]
      let isComplement = set.first == "!"
      if isComplement { set.removeFirst() }
      let isRange = set.dropFirst().first == "-"
      let isIn = isRange ? (set.first!...set.last!).contains(letter) : set.contains(letter)
      return isIn != isComplement && plainly(rest[(end + 1)...], name.dropFirst())
    default: return name.first == first && plainly(rest, name.dropFirst())
    }
  }

  @Test func asThePlainestWayHasIt() {
    var random = SeededGenerator(seed: 4711)
    let pieces = ["a", "b", "c", "*", "*", "?", "[ab]", "[!a]", "[a-b]"]
    func name(_ letters: [String], upTo most: Int) -> String {
      (1...Int.random(in: 1...most, using: &random)).map { _ in letters.randomElement(using: &random)! }.joined()
    }
    var matches = 0
    for _ in 0..<40_000 {
      let steps = (0..<Int.random(in: 2...5, using: &random)).map { _ in
        Bool.random(using: &random) ? "**" : name(pieces, upTo: 3)
      }
      let path = (0..<Int.random(in: 1...5, using: &random)).map { _ in name(["a", "b", "c"], upTo: 3) }
      // Two stars and more in a row are any depth, too, and the test writes them by themselves only.
      guard !steps.contains(where: { $0.count > 2 && $0.allSatisfy { $0 == "*" } }) else { continue }
      let pattern = "/" + steps.joined(separator: "/")
      var walk = PatternWalk()
      let found = IgnorePattern(pattern.utf8)!
        .matches(path.map { Array($0.utf8) }[...], isDirectory: false, &walk)
      let expected = plainly(steps.map { $0 == "**" ? "**" : $0.replacing("**", with: "*") }[...], path[...])
      #expect(found == expected, "\(pattern) and \(path.joined(separator: "/"))")
      matches += expected ? 1 : 0
    }
    #expect(matches > 4_000 && matches < 36_000, "both answers are tried: \(matches)")
  }

  /// A list takes a path if it takes one of the directories that it is in, the last word having the last pattern.
  @Test func listsAsThePlainestWayHasThem() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<20_000 {
      let patterns = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (Int.random(in: 0..<4, using: &random) == 0 ? "!" : "")
          + ["a", "b", "a/", "/a", "a/b", "**/b", "a/**", "a/**/b", "*/b"].randomElement(using: &random)!
      }
      let path = (0..<Int.random(in: 1...4, using: &random)).map { _ in ["a", "b"].randomElement(using: &random)! }
      let expected = (1...path.count).contains { end in
        let part = path[..<end]
        let last = patterns.last { pattern in
          let body = pattern.drop { $0 == "!" }
          let isForDirectories = body.hasSuffix("/")
          let bare = body.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed()
          let steps = (body.dropLast(isForDirectories ? 1 : 0).contains("/") ? "" : "**/") + String(bare)
          return (!isForDirectories || end < path.count)
            && plainly(steps.split(separator: "/").map(String.init)[...], part)
        }
        return last.map { !$0.hasPrefix("!") } ?? false
      }
      #expect(PatternList(patterns).contains(path[...]) == expected, "\(patterns) and \(path)")
    }
  }

  /// What is sought below a directory is found by going there, and only then.
  @Test func directoriesThatAreNotEntered() {
    for (pattern, directory, isEntered) in [
      ("people/*.md", ["people"], true), ("people/*.md", ["people", "old"], false), ("people/*.md", ["other"], false),
      ("people/**/*.md", ["people", "old", "er"], true), ("*.md", ["a", "b"], true), ("/a/b", ["a"], true),
      ("/a/b", ["a", "b"], false), ("!a/*", ["a"], false),
    ] {
      #expect(PatternList([pattern]).canContain(below: directory) == isEntered, "\(pattern) \(directory)")
    }
  }

  /// By trying everything these would take until the end of time.
  @Test func manyStars() {
    let depth = Array(repeating: "a", count: 200)
    for pattern in [
      String(repeating: "**/a/", count: 60) + "**/z", String(repeating: "**/", count: 60) + "z",
      "/" + String(repeating: "**/*a*/", count: 40) + "z",
    ] {
      #expect(!PatternList([pattern]).contains(depth[...]))
      #expect(PatternList([pattern]).contains((depth + ["z"])[...]))
    }
    let name = String(repeating: "a", count: 250)
    #expect(!PatternList([String(repeating: "*a", count: 100) + "z"]).contains([name]))
    #expect(PatternList([String(repeating: "*a", count: 100) + "z"]).contains([name + "z"]))
    // Such a pattern asks for more names, or more bytes, than a path has.
    #expect(!PatternList([String(repeating: "**/a/", count: 20_000) + "z"]).contains(depth[...]))
    #expect(!PatternList([String(repeating: "*a", count: 50_000)]).contains([name]))
    #expect(!PatternList([String(repeating: "[", count: 100_000)]).contains([name]))
  }
}
