/// Prints no findings: the diff is printed instead.
struct DiffPrinter: Printer {
  func piece(_ file: FileFindings) -> String? { nil }
}
