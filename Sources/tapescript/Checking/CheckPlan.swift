import Rules
import Transcript

/// What is wanted of a check, the same for all files.
struct CheckPlan: Sendable {
  var printer: any Printer
  var selection: Selection
  /// Nil where files are only looked at.
  var fixing: Fixing?
  /// From which severity on a finding is not tolerated; nil leaves it to the configuration.
  var failOn: Severity?
  var relations: Relations
}
