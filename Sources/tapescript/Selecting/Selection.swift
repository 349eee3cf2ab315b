import Rules

/// Which rules were asked for on the command line. What is said there goes before what any file says.
struct Selection: Sendable {
  /// Nil where nothing was selected, so that each rule is on or off as it is otherwise.
  var selected: Set<String>?
  var ignored: Set<String> = []

  /// Turns rules on and off in `settings`; their severities and options stay.
  func applied(to settings: Settings = Settings()) -> Settings {
    var settings = settings
    for rule in Rule.all {
      if let selected { settings.choices[rule.id, default: .init()].isOn = selected.contains(rule.id) }
      if ignored.contains(rule.id) { settings.choices[rule.id, default: .init()].isOn = false }
    }
    return settings
  }
}
