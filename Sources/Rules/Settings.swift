/// What somebody wants to be told, and what they know that no transcript says.
///
/// These are plain values: where they come from (a file, an editor) is not seen here.
public struct Settings: Sendable, Equatable {
  /// What is wanted of one rule.
  public struct Choice: Sendable, Equatable {
    /// Nil leaves the rule's own.
    public var severity: Severity?
    /// Nil leaves it on or off as it is by itself. A severity turns it on.
    public var isOn: Bool?
    /// By name; what is not here has the rule's own value.
    public var options: [String: Rule.Option.Value]

    public init(severity: Severity? = nil, isOn: Bool? = nil, options: [String: Rule.Option.Value] = [:]) {
      self.severity = severity
      self.isOn = isOn
      self.options = options
    }
  }

  /// Somebody who may speak.
  public struct Person: Sendable, Equatable {
    public var name: String
    /// Other spellings that are right, too.
    public var aliases: [String]
    public var isHost: Bool

    public init(name: String, aliases: [String] = [], isHost: Bool = false) {
      self.name = name
      self.aliases = aliases
      self.isHost = isHost
    }
  }

  /// A spelling that is always wrong, and what it stands for.
  public struct Term: Sendable, Equatable {
    public var wrong: String
    public var right: String

    public init(wrong: String, right: String) {
      self.wrong = wrong
      self.right = right
    }
  }

  /// By the id of the rule.
  public var choices: [String: Choice] = [:]
  /// Who speaks in these transcripts.
  public var speakers: [Person] = []
  public var glossary: [Term] = [] {
    didSet { sharedLexicon = SharedLexicon() }
  }
  private var sharedLexicon = SharedLexicon()

  /// The glossary as it is searched.
  var lexicon: Lexicon { sharedLexicon.lexicon(glossary) }

  public init() {}

  /// Whether a rule is applied.
  public func isOn(_ rule: Rule) -> Bool {
    guard let choice = choices[rule.id] else { return rule.isOn }
    return choice.isOn ?? (choice.severity != nil || rule.isOn)
  }

  /// Of the findings of a rule.
  public func severity(of rule: Rule) -> Severity {
    choices[rule.id]?.severity ?? rule.severity
  }

  /// What an option of a rule is set to.
  func value(of option: Rule.Option, of rule: Rule) -> Rule.Option.Value {
    choices[rule.id]?.options[option.name] ?? option.standard
  }
}
