import Rules

/// The rules that were chosen on the command line. The command line overrides all configuration files.
struct Selection: Sendable {
  /// Nil where nothing was selected. Then each rule is on or off as configured.
  var selected: Set<String>?
  var ignored: Set<String> = []

  /// Turns rules on and off in `settings`; their severities and options stay.
  func applied(to settings: Settings = Settings()) -> Settings {
    guard selected != nil || !ignored.isEmpty else { return settings }
    var settings = settings
    for rule in Rule.all {
      if let selected { settings.choices[rule.id, default: .init()].isOn = selected.contains(rule.id) }
      if ignored.contains(rule.id) { settings.choices[rule.id, default: .init()].isOn = false }
    }
    return settings
  }
}
