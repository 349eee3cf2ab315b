import Rules
import SourceText

/// The files with their findings, as Checkstyle's own XML listener writes them; many programs read it.
struct CheckstylePrinter: Printer {
  let opening = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n" + #"<checkstyle version="4.3">"# + "\n"

  func piece(_ file: FileFindings) -> String? {
    guard !file.findings.isEmpty else { return nil }
    let errors = file.findings.map { finding in
      let place = file.text.place(of: finding.range.lowerBound)
      return #"    <error line="\#(place.line)" column="\#(place.column)" severity="\#(severity(finding.severity))" "#
        + #"message="\#(xml(finding.message))" source="tapescript.\#(finding.rule)"/>"# + "\n"
    }
    return #"  <file name="\#(xml(file.name))">"# + "\n" + errors.joined() + "  </file>\n"
  }

  func closing(_ end: ReportEnd) -> String { "</checkstyle>\n" }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "info"
    }
  }
}
