import Files
import Rules
import SourceText

/// A format for the findings of a check.
///
/// What is printed for a file depends on that file alone, so files are printed in parallel. Between them come only
/// `opening`, `separator` and `closing`.
protocol Printer: Sendable {
  var opening: String { get }
  /// Between the pieces of two files.
  var separator: String { get }
  /// Nil where nothing is printed for the file.
  func piece(_ file: FileFindings) -> String?
  func closing(_ end: ReportEnd) -> String
}

extension Printer {
  var opening: String { "" }
  var separator: String { "" }
  func closing(_ end: ReportEnd) -> String { "" }
}

/// A file and its findings.
struct FileFindings: Sendable {
  /// As it is shown.
  let name: String
  let text: Text
  /// In the order of the text.
  let findings: [Finding]
  /// The lowest severity that makes the check fail. Files may have different configurations.
  let failOn: Severity
}

/// What is known when all files have been printed.
struct ReportEnd {
  /// Whether nothing was printed for any file.
  var isEmpty: Bool
  var tally: Tally
  /// What could not be read.
  var failures: [Failure]
}
