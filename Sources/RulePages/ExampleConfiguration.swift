import Formats
import FoundationEssentials
import Rules
import SourceText
import Transcript

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
public struct ExampleConfiguration {
  public private(set) var settings = Settings()
  private var people: People?
  private var siblings: [(name: String, reading: Reading)] = []
  private var others: [(name: String, reading: Reading)] = []
  private var chapters: Chapters?
  /// The name of the file itself.
  private var name: String?

  public init(rule: String, json: String?) throws {
    settings.choices[rule] = .init(isOn: true)
    guard let json else { return }
    let source = try JSONDecoder().decode(Source.self, from: Data(json.utf8))
    for (name, value) in source.options ?? [:] { settings.choices[rule]?.options[name] = value.value }
    settings.glossary = (source.glossary ?? [:]).sorted { $0.key < $1.key }.map {
      .init(wrong: $0.key, right: $0.value)
    }
    settings.speakers = (source.speakers ?? []).map {
      .init(name: $0.name, aliases: $0.aliases ?? [], isHost: $0.host ?? false)
    }
    people = source.people.map { People($0) }
    name = source.name
    siblings = Self.readings(source.siblings)
    others = Self.readings(source.others)
    chapters = Self.readings(source.chapters).first.map { Chapters(name: $0.name, $0.reading) }
  }

  public func findings(in reading: Reading) -> [Finding] {
    Judge.findings(in: reading, settings, surroundings(of: reading))
  }

  /// What the files around a transcript say of it.
  public func surroundings(of reading: Reading) -> Surroundings {
    var index = TurnIndex()
    index.update("this", LongTurns(reading))
    for other in others + siblings { index.update(other.name, LongTurns(other.reading)) }
    return Surroundings(
      people: people, siblings: siblings.map { Sibling(name: $0.name, $0.reading) }, chapters: chapters,
      copies: index.copies(of: "this", except: Set(siblings.map(\.name))),
      ending: name.flatMap { $0.split(separator: ".").last.map(String.init) })
  }

  private static func readings(_ files: [String: Source.File]?) -> [(name: String, reading: Reading)] {
    (files ?? [:]).sorted { $0.key < $1.key }.compactMap { name, file in
      guard let format = Notations.builtIn.format(named: file.notation) else { return nil }
      return (name, Document(Text(file.lines.map { $0 + "\n" }.joined()), format: format).reading)
    }
  }

  // MARK: - JSON

  private struct Source: Decodable {
    struct File: Decodable {
      var notation: String
      var lines: [String]
    }

    struct Speaker: Decodable {
      var name: String
      var aliases: [String]?
      var host: Bool?
    }

    var name: String?
    var options: [String: OptionValue]?
    var glossary: [String: String]?
    var speakers: [Speaker]?
    var people: [String: String]?
    var siblings: [String: File]?
    var others: [String: File]?
    var chapters: [String: File]?
  }

  private struct OptionValue: Decodable {
    let value: Rule.Option.Value

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        value = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else {
        value = .words(try container.decode([String].self))
      }
    }
  }
}
