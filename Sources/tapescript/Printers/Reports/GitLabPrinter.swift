import JSON
import Rules
import SourceText

/// The Code Quality report of a merge request. Source: GitLab Docs, "Code Quality report format".
struct GitLabPrinter: Printer {
  let opening = "["
  let separator = ","

  func piece(_ file: FileFindings) -> String? {
    guard !file.findings.isEmpty else { return nil }
    let path = withoutDot(file.name)
    return zip(file.findings, file.fingerprints).map { finding, fingerprint in
      let lines = JSONValue.object([
        ("begin", .integer(file.text.place(of: finding.range.lowerBound).line)),
        ("end", .integer(file.text.place(of: finding.range.upperBound).line)),
      ])
      let issue = JSONValue.object([
        ("description", .string(finding.message)), ("check_name", .string(finding.rule)),
        // Unique in the whole report, so the path is a part of it.
        ("fingerprint", .string(FNV1a("\(path)\0\(fingerprint)".utf8).hexadecimal)),
        ("severity", .string(severity(finding.severity))),
        ("location", .object([("path", .string(path)), ("lines", lines)])),
      ])
      return "\n" + issue.text
    }.joined(separator: ",")
  }

  func closing(_ end: ReportEnd) -> String { end.isEmpty ? "]\n" : "\n]\n" }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .information, .hint: "info"
    }
  }
}
