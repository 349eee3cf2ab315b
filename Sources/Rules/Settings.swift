import SourceText
import Transcript

/// The settings of the rules, and information that no transcript contains, such as names and spellings.
///
/// These are plain values, independent of their source (a file, an editor).
public struct Settings: Sendable, Equatable {
  /// The settings of one rule.
  public struct Choice: Sendable, Equatable {
    /// Nil for the rule's own severity.
    public var severity: Severity?
    /// Nil leaves the rule on or off as it is by default. A severity turns it on.
    public var isOn: Bool?
    /// By name; an option that is missing here has its default.
    public var options: [String: Rule.Option.Value]

    public init(severity: Severity? = nil, isOn: Bool? = nil, options: [String: Rule.Option.Value] = [:]) {
      self.severity = severity
      self.isOn = isOn
      self.options = options
    }
  }

  /// A person who may speak.
  public struct Person: Sendable, Equatable {
    public var name: String
    /// Other accepted spellings.
    public var aliases: [String]
    public var isHost: Bool

    public init(name: String, aliases: [String] = [], isHost: Bool = false) {
      self.name = name
      self.aliases = aliases
      self.isHost = isHost
    }
  }

  /// A spelling that is always wrong, and the right one.
  public struct Term: Sendable, Equatable {
    public var wrong: String
    public var right: String

    public init(wrong: String, right: String) {
      self.wrong = wrong
      self.right = right
    }
  }

  /// By the id of the rule.
  public var choices: [String: Choice] = [:] {
    didSet { sharedRules = Prepared() }
  }
  /// The speakers of these transcripts.
  public var speakers: [Person] = []
  public var glossary: [Term] = [] {
    didSet { sharedLexicon = Prepared() }
  }
  private var sharedRules = Prepared<AppliedRules>()
  private var sharedLexicon = Prepared<Lexicon>()

  /// The rules that are on.
  var appliedRules: AppliedRules { sharedRules.value { AppliedRules(self) } }

  /// The glossary, prepared for searching.
  var lexicon: Lexicon { sharedLexicon.value { Lexicon(glossary) } }

  public init() {}

  /// Whether a rule is applied.
  public func isOn(_ rule: Rule) -> Bool {
    guard let choice = choices[rule.id] else { return rule.isOn }
    return choice.isOn ?? (choice.severity != nil || rule.isOn)
  }

  /// The severity of the findings of a rule.
  public func severity(of rule: Rule) -> Severity {
    choices[rule.id]?.severity ?? rule.severity
  }

  /// The value of an option of a rule.
  func value(of option: Rule.Option, of rule: Rule) -> Rule.Option.Value {
    choices[rule.id]?.options[option.name] ?? option.standard
  }

  /// The value of an option that is a whole number.
  func number(_ option: Rule.Option, of rule: Rule) -> Int {
    if case .number(let number) = value(of: option, of: rule) { Int(number) } else { 0 }
  }

  /// How the lines of cues are to be broken: as the rules about them have it.
  public var cueLines: LineBreaking { LineBreaking(lines: Rule.mostLines(self), length: Rule.mostCharacters(self)) }
}
