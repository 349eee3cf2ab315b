import Formats
import Foundation
import Rules
import SourceText
import Transcript

extension Settings {
  /// Every rule, also those that are off by themselves.
  static let everything: Settings = {
    var settings = Settings()
    for rule in Rule.all { settings.choices[rule.id] = Choice(isOn: true) }
    return settings
  }()

  /// These rules and no others.
  static func only(_ ids: [String]) -> Settings {
    var settings = Settings()
    for rule in Rule.all { settings.choices[rule.id] = Choice(isOn: ids.contains(rule.id)) }
    return settings
  }
}

/// The block ```` ```json ```` above an example of a rule's page: what is configured for it.
///
///     {"options": {"seconds": 900}, "glossary": {"wrong": "right"},
///      "speakers": [{"name": "Ada", "aliases": ["Countess"], "host": true}], "people": {"ada": "Ada Lovelace"}}
///
/// The options are those of the page's rule. `people` stands for the files in which a site keeps them. What other files say
/// is given with their lines:
///
///     {"siblings": {"lock.txt": {"notation": "captions", "lines": ["0:03 Nine tons."]}},
///      "others": {"gate.txt": {"notation": "page", "lines": []}},
///      "chapters": {"lock.chapters.txt": {"notation": "captions", "lines": ["00:00 At the gate"]}}}
struct ExampleConfiguration {
  var settings = Settings()
  private var people: People?
  private var siblings: [(name: String, reading: Reading)] = []
  private var others: [(name: String, reading: Reading)] = []
  private var chapters: Chapters?

  init(rule: String, json: String?) throws {
    settings.choices[rule] = .init(isOn: true)
    guard let json else { return }
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
    for (name, value) in object["options"] as? [String: Any] ?? [:] {
      settings.choices[rule]?.options[name] =
        switch value {
        case let words as [String]: .words(words)
        // Numbers and flags are one class in Foundation, told apart by the type they were made of.
        case let number as NSNumber where "\(type(of: number))".contains("Bool"): .flag(number.boolValue)
        case let flag as Bool where "\(value)" == "true" || "\(value)" == "false": .flag(flag)
        case let number as NSNumber: .number(number.doubleValue)
        default: .words([])
        }
    }
    settings.glossary = (object["glossary"] as? [String: String] ?? [:]).sorted { $0.key < $1.key }
      .map { Term(wrong: $0.key, right: $0.value) }
    settings.speakers = (object["speakers"] as? [[String: Any]] ?? []).map {
      Person(
        name: $0["name"] as? String ?? "", aliases: $0["aliases"] as? [String] ?? [],
        isHost: $0["host"] as? Bool ?? false)
    }
    people = (object["people"] as? [String: String]).map { People($0) }
    siblings = Self.files(object["siblings"])
    others = Self.files(object["others"])
    chapters = Self.files(object["chapters"]).first.map { Chapters(name: $0.name, $0.reading) }
  }

  /// What the files around a transcript say of it.
  func surroundings(of reading: Reading) -> Surroundings {
    var index = TurnIndex()
    index.update("this", LongTurns(reading))
    for other in others + siblings { index.update(other.name, LongTurns(other.reading)) }
    return Surroundings(
      people: people, siblings: siblings.map { Sibling(name: $0.name, $0.reading) }, chapters: chapters,
      copies: index.copies(of: "this") { name in siblings.contains { $0.name == name } })
  }

  private static func files(_ object: Any?) -> [(name: String, reading: Reading)] {
    (object as? [String: [String: Any]] ?? [:]).sorted { $0.key < $1.key }.compactMap { name, file in
      guard let notation = file["notation"] as? String, let format = Detection.format(named: notation),
        let lines = file["lines"] as? [String]
      else { return nil }
      return (name, Document(Text(lines.map { $0 + "\n" }.joined()), format: format).reading)
    }
  }

  private typealias Term = Settings.Term
  private typealias Person = Settings.Person
}
