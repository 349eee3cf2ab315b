import Rules

/// A choice of rules with a name, for those who do not want to choose each by itself.
public struct Profile: Sendable, Equatable {
  /// As written in configuration.
  public let name: String
  /// For whom it is, in a sentence.
  public let about: String
  /// What becomes of a rule that the configuration says nothing else about; nil leaves it as it is.
  let isOn: @Sendable (Rule) -> Bool?

  public static func == (a: Profile, b: Profile) -> Bool { a.name == b.name }

  public static let all = [
    Profile(name: "standard", about: "Each rule as it is by itself.") { _ in nil },
    Profile(name: "everything", about: "All rules, also those that are off by themselves.") { _ in true },
    Profile(name: "certain", about: "Only the rules whose findings are errors.") { $0.severity == .error && $0.isOn },
  ]
}
