import Files
import Rules
import SourceText

/// One way to write the findings of a check.
///
/// What is written of a file depends on nothing but the file, so files are printed in parallel and the report grows with
/// each; between them stand only `opening`, `separator` and `closing`.
protocol Printer: Sendable {
  var opening: String { get }
  /// Between the pieces of two files.
  var separator: String { get }
  /// Nil where nothing is to be said of the file.
  func piece(_ file: FileFindings) -> String?
  func closing(_ end: ReportEnd) -> String
}

extension Printer {
  var opening: String { "" }
  var separator: String { "" }
  func closing(_ end: ReportEnd) -> String { "" }
}

/// A file with what was found in it.
struct FileFindings: Sendable {
  /// As it is shown.
  let name: String
  let text: Text
  /// In the order of the text.
  let findings: [Finding]
  /// From which severity on a finding makes the check fail: each file may have a configuration of its own.
  let failOn: Severity
}

/// What is known when all files have been printed.
struct ReportEnd {
  /// Whether no file had anything to say.
  var isEmpty: Bool
  var tally: Tally
  /// What could not be read.
  var failures: [Failure]
}
