import Rules

/// A named choice of rules, for those who do not want to choose rule by rule.
public struct Profile: Sendable, Equatable {
  /// As written in configuration.
  public let name: String
  /// Whom it is meant for, in a sentence.
  public let about: String
  /// Whether a rule is on, unless the configuration says something about it; nil leaves the rule's own choice.
  let isOn: @Sendable (Rule) -> Bool?

  public static func == (a: Profile, b: Profile) -> Bool { a.name == b.name }

  public static let all = [
    Profile(name: "standard", about: "Each rule on or off as it is by default.") { _ in nil },
    Profile(name: "everything", about: "All rules, including those that are off by default.") { _ in true },
    Profile(name: "certain", about: "Only the rules whose findings are errors.") { $0.severity == .error && $0.isOn },
  ]
}
