import Rules
import SourceText

/// For people: the file, then a row for each of its findings.
struct GroupedPrinter: Printer {
  let terminal: Terminal

  func piece(_ file: FileFindings) -> String? {
    guard !file.findings.isEmpty else { return nil }
    var table = Table([.left, .left, .left, .left], width: terminal.width)
    for finding in file.findings {
      let place = file.text.place(of: finding.range.lowerBound)
      table.add([
        "  \(place.line):\(place.column)", terminal.ink(finding.severity.ink, finding.severity.name),
        terminal.ink(.dim, finding.rule), visible(finding.message),
      ])
    }
    return terminal.ink(.bold, visible(file.name)) + "\n" + table.text + "\n"
  }
}
