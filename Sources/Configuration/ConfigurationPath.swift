import JSON
import SourceText

/// A path or a pattern for paths as it is written in a configuration.
public struct ConfigurationPath: Sendable {
  public enum Kind: Sendable {
    /// The path of a file, relative to the configuration.
    case file
    /// A pattern for files below the directory of the configuration.
    case pattern
    /// A pattern for files of people, which may lead upwards at its beginning.
    case people
    /// The path of a file of each episode, relative to its transcript.
    case episode
  }

  public let kind: Kind
  public let written: String
  /// With its quotes, in bytes of the configuration.
  private let range: Range<Int>

  /// Those in a configuration, in the order of its text; empty where it is no JSON.
  public static func all(in bytes: [UInt8]) -> [ConfigurationPath] {
    guard bytes.count <= ConfigurationFile.largest, let root = try? JSONValue(parsing: bytes, as: .configuration) else {
      return []
    }
    let notations = (root["notations"].members ?? []).filter { !$0.isTemplate }.map { member in
      ConfigurationPath(kind: .pattern, written: member.name, range: member.nameRange)
    }
    let overrides = (root["overrides"].array ?? []).flatMap { all($0["files"], .pattern) + settings($0) }
    let found = all(root["extends"], .file) + all(root["exclude"], .pattern) + notations + settings(root) + overrides
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Where settings name other files.
  private static func settings(_ node: JSONValue) -> [ConfigurationPath] {
    all(node["people"]["files"], .people) + all(node["siblings"], .episode) + all(node["chapters"], .episode)
  }

  /// The strings of a list, or the one that stands in its place.
  private static func all(_ node: JSONValue, _ kind: Kind) -> [ConfigurationPath] {
    (node.array ?? [node]).compactMap { item in
      item.string.map { ConfigurationPath(kind: kind, written: $0, range: item.range) }
    }
  }

  /// The edit of the configuration that writes something else in its place.
  public func edit(to written: String) -> Edit { Edit(range, JSONValue.string(written).text) }
}
