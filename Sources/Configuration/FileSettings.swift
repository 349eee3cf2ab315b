import Formats
import Rules
import Transcript

/// The settings for one file, and where each was stated.
public struct FileSettings: Sendable, Equatable {
  /// The settings of the rules.
  public private(set) var rules = Settings()
  /// The notation of the file, and all notations that are known.
  public private(set) var notation = NotationChoice()
  /// The lowest severity that makes a check fail; nil if none is configured.
  public private(set) var failOn: Severity?
  public private(set) var people: PeopleFiles?
  /// The address of the recording, with placeholders such as `{seconds}`.
  public private(set) var media: String?
  /// Paths relative to the file's directory, with `{stem}` for its name without the ending.
  public private(set) var siblings: [String] = []
  /// Lists of the episode's chapters, written like the paths of siblings. The first file that exists counts.
  public private(set) var chapters: [String] = []
  public private(set) var profile = Profile.all[0]
  /// How captions should be; nil where nobody says it.
  public private(set) var cueProfile: CueProfile?
  /// Whether the file is left out unless the user names it.
  public internal(set) var isExcluded = false
  /// Where each setting was stated, by the key under which it is listed. A setting that is not here is a default of the
  /// tool.
  var origins: [String: Origin] = [:]
  private var speakerPlaces: [String: Int] = [:]
  /// The glossary, collected until it is complete, because it is prepared for searching as a whole.
  private var terms: [Settings.Term] = []
  private var termPlaces: [String: Int] = [:]

  /// Where a setting was stated.
  public struct Origin: Sendable, Equatable {
    public let path: String
    /// Counted from 1, the column in Unicode scalars.
    public let line: Int
    public let column: Int
  }

  public init() {}

  mutating func apply(_ statement: Statement, from link: ConfigurationChain.Link) {
    switch statement.setting {
    case .severity(let severity, let rule):
      rules.choices[rule, default: .init()].severity = severity
      rules.choices[rule]?.isOn = true
    case .isOn(let isOn, let rule): rules.choices[rule, default: .init()].isOn = isOn
    case .option(let value, let name, let rule): rules.choices[rule, default: .init()].options[name] = value
    case .speaker(let person):
      // A later statement about the same person or the same word replaces the earlier one.
      if let place = speakerPlaces[person.name] {
        rules.speakers[place] = person
      } else {
        speakerPlaces[person.name] = rules.speakers.count
        rules.speakers.append(person)
      }
    case .term(let term):
      if let place = termPlaces[term.wrong] {
        terms[place] = term
      } else {
        termPlaces[term.wrong] = terms.count
        terms.append(term)
      }
    case .notation(let name): notation.name = name
    case .ownNotation(let own): notation.known = notation.known.adding(own)
    case .failOn(let severity): failOn = severity
    case .people(var files):
      files.directory = link.directory
      people = files
    case .media(let address): media = address
    case .siblings(let paths): siblings = paths
    case .chapters(let paths): chapters = paths
    case .profile(let profile): self.profile = profile
    case .cueProfile(let profile): cueProfile = profile
    }
    let place = link.file.text.position(of: statement.range.lowerBound, in: .utf32)
    origins[statement.key] = Origin(path: link.path, line: place.line + 1, column: place.column + 1)
  }

  mutating func applyTerms() {
    rules.glossary = terms
  }

  /// Chooses rules, and numbers for those about cues, as the profiles say.
  mutating func applyProfiles() {
    for rule in Rule.all {
      guard let isOn = profile.isOn(rule) else { continue }
      rules.choices[rule.id, default: .init()].isOn = isOn
      origins["rules.\(rule.id)"] = origins["profile"]
    }
    for (rule, choice) in cueProfile?.choices ?? [:] {
      rules.choices[rule, default: .init()].isOn = choice.isOn
      rules.choices[rule]?.options = choice.options
      origins["rules.\(rule)"] = origins["cues"]
      for option in choice.options.keys { origins["rules.\(rule).\(option)"] = origins["cues"] }
    }
  }
}
