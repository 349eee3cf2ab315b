import Rules
import SourceText

/// A test suite for each file and a test case for each finding, as CI services show them. Source: the schema of Apache
/// Ant's JUnit task, which all of them read.
///
/// A finding that does not make the check fail is a skipped test. A file without findings is a test that passed.
struct JUnitPrinter: Printer {
  let opening = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n" + #"<testsuites name="tapescript">"# + "\n"

  func piece(_ file: FileFindings) -> String? {
    let failures = file.findings.count { $0.severity >= file.failOn }
    let cases = file.findings.isEmpty ? [element(of: file.name)] : file.findings.map { element(of: $0, in: file) }
    return suite(file.name, cases, failures: failures, skipped: file.findings.count - failures)
  }

  func closing(_ end: ReportEnd) -> String {
    end.failures.map { failure in
      let error = #"<error message="\#(xml(failure.reason))" type="unreadable"/>"#
      return suite(failure.path, [element(of: failure.path, error)], errors: 1)
    }.joined() + "</testsuites>\n"
  }

  private func suite(_ name: String, _ cases: [String], failures: Int = 0, errors: Int = 0, skipped: Int = 0) -> String
  {
    """
      <testsuite name="\(xml(name))" tests="\(cases.count)" failures="\(failures)" errors="\(errors)" \
    skipped="\(skipped)">
    \(cases.joined())  </testsuite>

    """
  }

  /// The whole file as a test case.
  private func element(of file: String, _ outcome: String = "") -> String {
    #"    <testcase name="transcript" classname="\#(xml(file))">\#(outcome)</testcase>"# + "\n"
  }

  private func element(of finding: Finding, in file: FileFindings) -> String {
    let place = file.text.place(of: finding.range.lowerBound)
    let head =
      #"    <testcase name="\#(finding.rule) at \#(place.line):\#(place.column)" classname="\#(xml(file.name))">"#
    let message = #"message="\#(xml(finding.message))""#
    guard finding.severity >= file.failOn else { return head + "<skipped \(message)/></testcase>\n" }
    let text = xml(finding.headline(in: file, Terminal()))
    return head + #"<failure \#(message) type="\#(finding.severity.name)">\#(text)</failure></testcase>"# + "\n"
  }
}
