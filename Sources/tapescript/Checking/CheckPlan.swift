import Rules
import Transcript

/// How files are checked; the same for all files of a check.
struct CheckPlan: Sendable {
  var printer: any Printer
  var selection: Selection
  /// Nil if every line is checked.
  var changed: ChangedLines?
  /// Nil if no fixes are made.
  var fixing: FixRun?
  /// Nil if no comments are added.
  var silencing: Silencing?
  /// The baseline that the findings are compared with or written to; nil if there is none.
  var baseline: BaselineFile?
  /// The lowest severity that makes the check fail; nil if the configuration decides.
  var failOn: Severity?
  var relations: Relations
}
