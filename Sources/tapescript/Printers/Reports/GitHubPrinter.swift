import Rules
import SourceText

/// Annotations in a workflow of GitHub Actions. Source: GitHub Docs, "Workflow commands for GitHub Actions".
///
/// The message begins with the place because the log shows nothing else of the command.
struct GitHubPrinter: Printer {
  func piece(_ file: FileFindings) -> String? {
    let name = visible(file.name)
    return file.findings.map { finding in
      let start = file.text.place(of: finding.range.lowerBound)
      let end = file.text.place(of: finding.range.upperBound)
      var properties = [
        "file=\(escaped(withoutDot(name), in: true))", "line=\(start.line)", "endLine=\(end.line)",
        "title=tapescript \(finding.rule)",
      ]
      // GitHub refuses columns in an annotation of several lines.
      if start.line == end.line {
        properties.insert(contentsOf: ["col=\(start.column)", "endColumn=\(end.column)"], at: 3)
      }
      let message = "\(name):\(start.line):\(start.column): \(visible(finding.message))"
      return "::\(command(finding.severity)) \(properties.joined(separator: ","))::\(escaped(message))\n"
    }.joined()
  }

  private func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "notice"
    }
  }

  /// A line end would end the command, and in a property some other characters would end the property.
  private func escaped(_ text: String, in property: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where property: escaped += "%3A"
      case "," where property: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
