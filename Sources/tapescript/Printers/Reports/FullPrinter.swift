import Rules
import SourceText

/// For people: the headline, the line with the finding underlined, the related places, and the fixes.
struct FullPrinter: Printer {
  let terminal: Terminal

  func piece(_ file: FileFindings) -> String? {
    file.findings.map { finding in
      let frame = CodeFrame(finding, file.text, terminal)
      var lines = [finding.headline(in: file, terminal)] + frame.lines
      if let fix = finding.fixes.first { lines.append(frame.note("fix", visible(fix.title))) }
      return lines.map { $0 + "\n" }.joined() + "\n"
    }.joined()
  }
}
