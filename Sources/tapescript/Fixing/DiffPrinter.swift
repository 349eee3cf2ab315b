/// Says nothing of what was found: a diff takes the place of the report.
struct DiffPrinter: Printer {
  func piece(_ file: FileFindings) -> String? { nil }
}
