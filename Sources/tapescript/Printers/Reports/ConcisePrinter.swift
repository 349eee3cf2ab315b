import Rules

/// For people, and for programs that read line by line: one line for each finding.
struct ConcisePrinter: Printer {
  let terminal: Terminal

  func piece(_ file: FileFindings) -> String? {
    file.findings.map { $0.headline(in: file, terminal) + "\n" }.joined()
  }
}
