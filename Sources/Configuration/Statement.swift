import Formats
import Rules

/// One setting as a configuration states it.
struct Statement: Sendable {
  /// Its name where settings are listed: `rules.time-gap.seconds`.
  var key: String
  /// Where its value stands, in bytes of the configuration's text.
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
  /// A notation of the archive's own.
  case ownNotation(Notation)
  case failOn(Severity)
  case people(PeopleFiles)
  case media(String)
  case siblings([String])
  case chapters([String])
  case profile(Profile)
}

/// Settings for some files, or for all.
struct Scope: Sendable {
  /// Nil for all files.
  var files: PatternList?
  var statements: [Statement]
}
