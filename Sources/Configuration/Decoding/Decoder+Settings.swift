import Formats
import JSON
import Rules
import SourceText
import Transcript

extension Decoder {
  /// The settings that may stand at the top and in `overrides`.
  mutating func settings(_ member: JSONValue.Member) -> [Statement] {
    let node = member.value
    let setting: Setting?
    switch member.name {
    case "rules": return rules(node)
    case "speakers": return speakers(node)
    case "glossary": return glossary(node)
    case "people": setting = people(node).map { .people($0) }
    case "media": setting = media(node).map { .media($0) }
    case "siblings": setting = .siblings(episodePaths(node, "siblings"))
    case "chapters": setting = .chapters(episodePaths(node, "chapters"))
    case "profile":
      setting = word(node, "profile", among: Profile.all.map(\.name)) { name in
        Profile.all.first { $0.name == name }.map { .profile($0) }
      }
    case "cues":
      setting = word(node, "cues", among: Key.cues) { name in
        Key.cues.contains(name) ? .cueProfile(CueProfile.named(name)) : nil
      }
    default:
      setting = word(node, "failOn", among: Severity.allCases.map(\.name)) { name in
        Severity(name: name).map { .failOn($0) }
      }
    }
    return setting.map { [Statement(key: member.name, range: node.range, setting: $0)] } ?? []
  }

  /// `["Ada", {"name": "Ada", "aliases": ["Countess"], "host": true}]`
  private mutating func speakers(_ node: JSONValue) -> [Statement] {
    guard case .array(let items) = node.content else {
      wrongKind(node, "speakers", "a list")
      return []
    }
    return items.compactMap { item in
      guard let person = speaker(item) else { return nil }
      return Statement(key: "speakers.\(person.name)", range: item.range, setting: .speaker(person))
    }
  }

  private mutating func speaker(_ node: JSONValue) -> Settings.Person? {
    if case .string = node.content { return string(node, "A speaker").map { Settings.Person(name: $0) } }
    guard case .object = node.content else {
      wrongKind(node, "A speaker", "a name or an object")
      return nil
    }
    var person = Settings.Person(name: "")
    let members = members(of: node, named: "a speaker", known: Key.speaker)
    for member in members {
      switch (member.name, member.value.content) {
      case ("name", _): person.name = string(member.value, "name") ?? ""
      case ("aliases", _): person.aliases = strings(member.value, "aliases").map(\.0)
      case (_, .bool(let isHost)): person.isHost = isHost
      default: wrongKind(member.value, "host", "true or false")
      }
    }
    if !members.contains(where: { $0.name == "name" }) { missing("name", "A speaker", in: node) }
    return person.name.isEmpty ? nil : person
  }

  /// `{"wrong": "right"}`
  private mutating func glossary(_ node: JSONValue) -> [Statement] {
    members(of: node, named: "glossary", known: nil).compactMap { member in
      guard !member.name.isEmpty else {
        note(member.nameRange, "A wrong spelling must not be empty")
        return nil
      }
      guard let right = string(member.value, "The right spelling of “\(shortened(member.name))”") else { return nil }
      return Statement(
        key: "glossary.\(member.name)", range: member.value.range,
        setting: .term(Settings.Term(wrong: member.name, right: right)))
    }
  }

  /// `{"files": "_people/*.md", "key": "title"}`
  private mutating func people(_ node: JSONValue) -> PeopleFiles? {
    guard case .object = node.content else {
      wrongKind(node, "people", "an object with “files” and “key”")
      return nil
    }
    var files: [String]?
    var key: String?
    let members = members(of: node, named: "people", known: Key.people)
    for member in members {
      if member.name == "files" {
        files = patterns(member.value, "files").patterns
      } else {
        key = string(member.value, "key")
      }
    }
    for name in Key.people where !members.contains(where: { $0.name == name }) { missing(name, "people", in: node) }
    guard let files, let key else { return nil }
    return PeopleFiles(patterns: files, key: key)
  }

  /// A web address with placeholders such as `{stem}`.
  private mutating func media(_ node: JSONValue) -> String? {
    guard let address = string(node, "media") else { return nil }
    guard address.utf8.count <= Limit.pathBytes else {
      note(node.range, "media is longer than \(Limit.pathBytes) bytes")
      return nil
    }
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      note(node.range, "media must be an address that begins with https:// or http://")
      return nil
    }
    guard address.contains("{") else {
      note(node.range, "media needs a placeholder that differs between episodes, such as {stem} or {youtube}")
      return nil
    }
    return address
  }

  /// `"../captions/{stem}.txt"`, or a list of such paths.
  private mutating func episodePaths(_ node: JSONValue, _ what: String) -> [String] {
    let paths = strings(node, what)
    if paths.count > Limit.paths {
      note(paths[Limit.paths].1, "\(what) may name at most \(Limit.paths) files; the rest is left out")
    }
    return paths.prefix(Limit.paths).compactMap { path, range in
      if path.utf8.count > Limit.pathBytes {
        note(range, "\(what): this is longer than \(Limit.pathBytes) bytes")
        return nil
      }
      if path.contains(EpisodePath.placeholder) { return path }
      note(range, "\(what) needs {stem}, the name of the file without its ending")
      return nil
    }
  }

  private mutating func missing(_ name: String, _ what: String, in node: JSONValue) {
    let range = node.range.lowerBound..<(node.range.lowerBound + 1)
    note(range, "\(what) lacks “\(name)”")
  }
}
