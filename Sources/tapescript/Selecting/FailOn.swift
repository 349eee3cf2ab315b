import ArgumentParser
import Rules

/// From which severity on a finding makes the check fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, information, hint

  var severity: Severity { Severity(name: rawValue)! }
}
