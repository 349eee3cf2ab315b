import Rules
import Transcript

/// What is wanted of a check, the same for all files.
struct CheckPlan: Sendable {
  var printer: any Printer
  var selection: Selection
  /// Nil where every line is looked at.
  var changed: ChangedLines?
  /// Nil where files are only looked at.
  var fixing: FixRun?
  /// Nil where files are not written.
  var silencing: Silencing?
  /// What is not mentioned, or where that is to be noted; nil where there is nothing of the kind.
  var baseline: BaselineFile?
  /// From which severity on a finding is not tolerated; nil leaves it to the configuration.
  var failOn: Severity?
  var relations: Relations
}
