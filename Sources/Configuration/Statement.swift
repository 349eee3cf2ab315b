import Rules

/// One thing that a configuration says.
struct Statement: Sendable {
  /// How it is called where settings are listed: `rules.time-gap.seconds`.
  var key: String
  /// Of the value, in bytes of the configuration's text.
  var range: Range<Int>
  var setting: Setting
}

enum Setting: Sendable, Equatable {
  case severity(Severity, rule: String)
  case isOn(Bool, rule: String)
  case option(Rule.Option.Value, name: String, rule: String)
  case speaker(Settings.Person)
  case term(Settings.Term)
  case notation(String)
  case failOn(Severity)
  case people(PeopleFiles)
  case media(String)
  case siblings([String])
  case profile(Profile)
}

/// Where the names of people stand: in the front matter of a file for each.
public struct PeopleFiles: Sendable, Equatable {
  /// The directory that the patterns start from, by its names from the root. Known once the configuration is in place.
  public internal(set) var directory: [String] = []
  /// Which files.
  public let patterns: [String]
  /// Of the front matter, whose value is the name. The id of a person is the file's name without its ending.
  public let key: String
}

/// What is said of some files.
struct Scope: Sendable {
  /// Nil for all files.
  var files: PatternList?
  var statements: [Statement]
}
