import Formats
import Rules
import Transcript

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
  /// Nil for none.
  case cueProfile(CueProfile?)
}

extension Setting {
  /// Whether it chooses rules in the place of the user, who has the last word.
  var isProfile: Bool {
    switch self {
    case .profile, .cueProfile: true
    default: false
    }
  }
}

/// Settings for some files, or for all.
struct Scope: Sendable {
  /// Nil for all files.
  var files: PatternList?
  var statements: [Statement]
}
