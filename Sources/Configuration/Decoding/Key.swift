/// The names that a configuration may use. `docs/configuration.md` explains them.
public enum Key {
  /// What may be said of all files and, in `overrides`, of some.
  public static let settings = [
    "rules", "speakers", "glossary", "people", "media", "siblings", "chapters", "profile", "failOn",
  ]
  public static let file = ["$schema", "extends", "exclude", "notations", "overrides"] + settings
  public static let override = ["files", "notation"] + settings
  public static let speaker = ["name", "aliases", "host"]
  public static let people = ["files", "key"]
  /// What can be said of a rule instead of a severity.
  public static let switches = ["on", "off"]
}
