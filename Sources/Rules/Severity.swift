/// How severe a finding is. The raw values are those of LSP 3.18, `DiagnosticSeverity`.
public enum Severity: Int, Sendable, CaseIterable, Comparable {
  /// Certainly wrong.
  case error = 1
  /// A problem that the notation allows.
  case warning = 2
  case information = 3
  case hint = 4

  /// As written in configuration, on the command line and in JSON.
  public var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information: "information"
    case .hint: "hint"
    }
  }

  public init?(name: String) {
    guard let severity = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }

  /// The more severe one is greater.
  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue > b.rawValue }
}
