import Transcript

/// The names that a configuration may use. `docs/configuration.md` explains them.
public enum Key {
  /// Keys that may stand at the top, for all files, and in `overrides`, for some.
  public static let settings = [
    "rules", "speakers", "glossary", "people", "media", "siblings", "chapters", "profile", "cues",
    "failOn",
  ]
  public static let file = ["$schema", "extends", "exclude", "notations", "overrides"] + settings
  public static let override = ["files", "notation"] + settings
  public static let speaker = ["name", "aliases", "host"]
  public static let people = ["files", "key"]
  /// What may stand under `cues`: a profile, or none after all.
  public static let cues = CueProfile.all.map(\.name) + ["none"]
  /// Words that may stand where a rule's severity stands.
  public static let switches = ["on", "off"]
}
