import ArgumentParser
import Rules

/// The lowest severity that makes the check fail.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, information, hint

  var severity: Severity { Severity(name: rawValue)! }
}
