import Formats
import SourceText
import Transcript

/// Where the names of people stand: in the front matter of a file for each.
public struct PeopleFiles: Sendable, Hashable {
  /// The directory that the patterns start from, by its names from the root. Known once the configuration is in place.
  var directory: [String] = []
  /// Which files.
  let patterns: [String]
  /// Of the front matter, whose value is the name. The id of a person is the file's name without its ending.
  let key: String

  /// The names of all people by their ids.
  func people(_ files: Fence) -> [String: String] {
    guard let format = Detection.format(named: "front-matter") else { return [:] }
    var people: [String: String] = [:]
    for path in paths(files) {
      guard case .bytes(let bytes) = files.read(path), let name = names(path).last, let dot = name.lastIndex(of: ".")
      else { continue }
      people[String(name[..<dot])] = Document(Text(bytes), format: format).reading.metadata(key)
    }
    return people
  }

  /// The files of people that are there.
  func paths(_ files: Fence) -> [String] { Set(places.flatMap { $0.paths(files) }).sorted() }

  /// Whether a file at a path would be one of them.
  func contains(_ path: String) -> Bool { places.contains { $0.contains(names(path)) } }

  /// The directory that the patterns start from.
  var path: String { "/" + directory.joined(separator: "/") }

  /// The patterns by the directory from which each starts: every leading `..` is one directory up.
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

/// A directory in which patterns are sought.
private struct SearchedDirectory {
  /// From the root.
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

  /// The files that are there. Each directory is searched once, by whatever links it is reached, and what is really there
  /// comes before what links lead to.
  func paths(_ files: Fence) -> [String] {
    var paths: [String] = []
    var known: Set<String> = []
    // From the directory. Nothing above the first wildcard has to be searched.
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
