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
  func people(_ files: any FileSystem) -> [String: String] {
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
  public func paths(_ files: any FileSystem) -> [String] {
    var paths: [String] = []
    let list = PatternList(patterns)
    for pattern in patterns where !pattern.hasPrefix("!") {
      // Nothing above the first wildcard has to be searched.
      let fixed = names(pattern).dropLast().prefix { name in !name.contains { "*?[\\".contains($0) } }
      visit(Array(fixed), list, files, into: &paths)
    }
    return paths
  }

  /// Whether a file at a path would be one of them.
  func contains(_ path: String) -> Bool {
    let path = names(path)
    return path.starts(with: directory) && PatternList(patterns).contains(path.dropFirst(directory.count))
  }

  /// - Parameter place: from the directory of the configuration.
  private func visit(_ place: [String], _ list: PatternList, _ files: any FileSystem, into paths: inout [String]) {
    for name in files.entries(of: path(place)) where !name.hasPrefix(".") {
      let inside = place + [name]
      if list.contains(inside[...]), name.contains(".") {
        paths.append(path(inside))
      } else {
        visit(inside, list, files, into: &paths)
      }
    }
  }

  private func path(_ place: [String]) -> String { "/" + (directory + place).joined(separator: "/") }
}
