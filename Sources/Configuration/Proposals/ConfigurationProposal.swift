import Formats
import Rules
import SourceText

/// A key or a value that can stand at a place of a configuration.
public struct ConfigurationProposal: Sendable, Equatable {
  public var name: String
  /// What it is for, as a sentence; nil if the name says it.
  public var about: String?
  public var isKey: Bool
  /// What is replaced, in bytes of the text.
  public var range: Range<Int>
  public var text: String

  /// The keys or values that can stand at a byte of a configuration, in the order of the documentation. Keys that the
  /// object has already are left out.
  public static func all(in text: Text, at offset: Int) -> [ConfigurationProposal] {
    guard let cursor = JSONCursor(text.bytes, at: max(0, min(offset, text.count))) else { return [] }
    // What stands at the top may stand in an override, too.
    let isOverride = cursor.path.starts(with: ["overrides", ""])
    let path = Array(isOverride ? cursor.path.dropFirst(2) : cursor.path[...])
    let names = cursor.isKey ? keys(at: path, isOverride: isOverride) : values(at: path, isOverride: isOverride)
    return names.filter { !cursor.isKey || !cursor.siblings.contains($0.name) }.map { word in
      ConfigurationProposal(
        name: word.name, about: word.about, isKey: cursor.isKey, range: cursor.range,
        text: source(of: word, at: cursor))
    }
  }

  private struct Word {
    var name: String
    var about: String?
    var isString = true
  }

  private static func source(of word: Word, at cursor: JSONCursor) -> String {
    guard word.isString else { return word.name }
    let end = cursor.isClosed ? "" : cursor.isKey ? "\": " : "\""
    return (cursor.isQuoted ? "" : "\"") + word.name + end
  }

  private static func keys(at path: [String], isOverride: Bool) -> [Word] {
    func words(_ names: [String]) -> [Word] { names.map { Word(name: $0) } }
    switch path.first {
    case nil: return words(isOverride ? Key.override : Key.file)
    case "people" where path.count == 1: return words(Key.people)
    case "speakers" where path == ["speakers", ""]: return words(Key.speaker)
    case "rules" where path.count == 1: return Rule.all.map { Word(name: $0.id, about: $0.summary) }
    case "rules" where path.count == 2:
      return words(["severity"]) + (Rule.named(path[1])?.options ?? []).map { Word(name: $0.name, about: $0.about) }
    default: return []
    }
  }

  private static func values(at path: [String], isOverride: Bool) -> [Word] {
    func words(_ names: [String]) -> [Word] { names.map { Word(name: $0) } }
    let severities = Severity.allCases.map(\.name)
    let flags = [Word(name: "true", isString: false), Word(name: "false", isString: false)]
    switch path.first {
    case "profile" where path.count == 1: return words(Profile.all.map(\.name))
    case "cues" where path.count == 1: return words(Key.cues)
    case "failOn" where path.count == 1: return words(severities)
    case "notation" where path.count == 1 && isOverride: return words(Notations.builtIn.names)
    case "notations" where path.count == 2 && !isOverride: return words(Notations.builtIn.names)
    case "speakers" where path == ["speakers", "", "host"]: return flags
    case "rules" where path.count == 2, "rules" where path.count == 3 && path[2] == "severity":
      return Rule.named(path[1]) == nil ? [] : words(severities + Key.switches)
    case "rules" where path.count == 3:
      guard let option = Rule.named(path[1])?.options.first(where: { $0.name == path[2] }), case .flag = option.standard
      else { return [] }
      return flags
    default: return []
    }
  }
}
