import Rules

/// For people, and for programs that go through lines: one for each finding.
struct ConcisePrinter: Printer {
  let terminal: Terminal

  func piece(_ file: FileFindings) -> String? {
    file.findings.map { $0.headline(in: file, terminal) + "\n" }.joined()
  }
}
