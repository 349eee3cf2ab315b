import JSON
import Rules
import SourceText

/// What reviewdog reads: findings with suggestions that can be accepted in a review. Source: reviewdog, "Reviewdog
/// Diagnostic Format", DiagnosticResult.
///
/// Columns are counted in bytes there.
struct RDJSONPrinter: Printer {
  let opening = #"{"source":{"name":"tapescript","url":"\#(Rule.home)"},"diagnostics":["#
  let separator = ","

  func piece(_ file: FileFindings) -> String? {
    guard !file.findings.isEmpty else { return nil }
    return file.findings.map { "\n" + diagnostic($0, in: file).text }.joined(separator: ",")
  }

  func closing(_ end: ReportEnd) -> String { (end.isEmpty ? "]" : "\n]") + "}\n" }

  private func diagnostic(_ finding: Finding, in file: FileFindings) -> JSONValue {
    let suggestions = finding.fixes.compactMap { $0.joined(in: file.text) }
    return .object([
      ("message", .string(finding.message)), ("location", location(finding.range, in: file)),
      ("severity", .string(severity(finding.severity))),
      ("code", .object([("value", .string(finding.rule)), ("url", .string(Rule.page(of: finding.rule)))])),
      (
        "suggestions",
        .array(
          suggestions.map { edit in
            .object([
              ("range", range(edit.range, in: file.text)),
              ("text", .string(String(decoding: edit.replacement, as: UTF8.self))),
            ])
          })
      ),
      (
        "relatedLocations",
        .array(
          finding.related.map { related in
            .object([("message", .string(related.message)), ("location", location(related.range, in: file))])
          })
      ),
    ])
  }

  private func location(_ range: Range<Int>, in file: FileFindings) -> JSONValue {
    .object([("path", .string(withoutDot(file.name))), ("range", self.range(range, in: file.text))])
  }

  private func range(_ range: Range<Int>, in text: Text) -> JSONValue {
    func place(_ offset: Int) -> JSONValue {
      let position = text.position(of: offset, in: .utf8)
      return .object([("line", .integer(position.line + 1)), ("column", .integer(position.column + 1))])
    }
    return .object([("start", place(range.lowerBound)), ("end", place(range.upperBound))])
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .information, .hint: "INFO"
    }
  }
}

extension Fix {
  /// All edits as one, including the text between them, because a suggestion replaces a single range. Nil if they are
  /// so far apart that the suggestion could not be reviewed.
  fileprivate func joined(in text: Text) -> Edit? {
    guard let first = edits.first, let last = edits.last,
      text.line(at: last.range.upperBound) - text.line(at: first.range.lowerBound) < 10
    else { return nil }
    var replacement: [UInt8] = []
    var end = first.range.lowerBound
    for edit in edits {
      replacement += text.bytes[end..<edit.range.lowerBound]
      replacement += edit.replacement
      end = edit.range.upperBound
    }
    return Edit(first.range.lowerBound..<last.range.upperBound, Array(replacement))
  }
}
