import Formats
import SourceText
import Transcript

/// The files of people. Each has the name of a person in its front matter.
public struct PeopleFiles: Sendable, Hashable {
  /// The names of the directory that the patterns are relative to. Empty until the place of the configuration is known.
  var directory: [String] = []
  /// Patterns for the files.
  let patterns: [String]
  /// The key of the front matter that holds the name. The id of a person is the file's name without its ending.
  let key: String

  /// The names of all people by their ids.
  func people(_ files: Fence) -> [String: String] {
    guard let format = Notations.builtIn.format(named: Notations.frontMatter) else { return [:] }
    var people: [String: String] = [:]
    for path in paths(files) {
      guard case .bytes(let bytes) = files.read(path), let id = Self.id(of: path) else { continue }
      people[id] = Document(Text(bytes), format: format).reading.metadata(key)
    }
    return people
  }

  /// The id of the person in a file: its name without the ending.
  public static func id(of path: String) -> String? {
    names(path).last.flatMap { name in name.lastIndex(of: ".").map { String(name[..<$0]) } }
  }

  /// The existing files of people.
  func paths(_ files: Fence) -> [String] { Set(places.flatMap { $0.paths(files) }).sorted() }

  /// Whether a file at this path would be one of them.
  public func contains(_ path: String) -> Bool { places.contains { $0.contains(names(path)) } }

  /// The directory that the patterns are relative to.
  var path: String { "/" + directory.joined(separator: "/") }

  /// The patterns, grouped by the directory that each starts in: every leading `..` leads one directory up.
  private var places: [SearchedDirectory] {
    var places: [Int: [String]] = [:]
    for pattern in patterns {
      let isNegated = pattern.hasPrefix("!")
      var rest = pattern.dropFirst(isNegated ? 1 : 0)
      var up = 0
      while rest.hasPrefix("../") {
        rest = rest.dropFirst(3)
        up += 1
      }
      places[up, default: []].append((isNegated ? "!" : "") + (up > 0 ? "/" : "") + rest)
    }
    return places.map { SearchedDirectory(names: directory.dropLast($0), patterns: $1) }
  }
}

/// A directory in which files are looked for.
private struct SearchedDirectory {
  /// The names of its absolute path.
  let names: [String]
  private let patterns: [String]
  private let list: PatternList

  init(names: [String], patterns: [String]) {
    self.names = names
    self.patterns = patterns
    list = PatternList(patterns)
  }

  func contains(_ path: [String]) -> Bool {
    path.starts(with: names) && list.contains(path.dropFirst(names.count))
  }

  /// The existing files. Each directory is searched once, even if several links lead to it, and real entries come
  /// before those that are links.
  func paths(_ files: Fence) -> [String] {
    var paths: [String] = []
    var known: Set<String> = []
    // Relative to the directory. Only directories below the first wildcard have to be searched.
    var places = patterns.filter { !$0.hasPrefix("!") }.map { pattern in
      Array(Configuration.names(pattern).dropLast().prefix { name in !name.contains { "*?[\\".contains($0) } })
    }
    var links: [[String]] = []
    while let place = places.popLast() ?? links.popLast() {
      guard let real = files.realPath(path(of: place)), known.insert(real).inserted else { continue }
      for name in files.entries(of: real) where !name.hasPrefix(".") {
        let inside = place + [name]
        if name.contains("."), list.contains(inside[...]) {
          paths.append(path(of: inside))
        } else if list.canContain(below: inside) {
          let isLink = files.realPath(path(of: inside)) != (real == "/" ? "" : real) + "/" + name
          if isLink { links.append(inside) } else { places.append(inside) }
        }
      }
    }
    return paths
  }

  private func path(of place: [String]) -> String { resolve(place.joined(separator: "/"), in: names) }
}
