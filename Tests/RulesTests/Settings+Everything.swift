import Rules

extension Settings {
  /// Every rule, also those that are off by themselves.
  static let everything: Settings = {
    var settings = Settings()
    for rule in Rule.all { settings.choices[rule.id] = Choice(isOn: true) }
    return settings
  }()

  /// These rules and no others.
  static func only(_ ids: [String]) -> Settings {
    var settings = Settings()
    for rule in Rule.all { settings.choices[rule.id] = Choice(isOn: ids.contains(rule.id)) }
    return settings
  }
}
