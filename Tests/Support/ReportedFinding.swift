/// A finding as `check --format json` writes it, or as much of one as a test compares.
public struct ReportedFinding: Decodable, Hashable, Sendable {
  public struct Related: Decodable, Hashable, Sendable {
    public var file: String
    public var line: Int
    public var column: Int
    public var message: String

    public init(file: String, line: Int, column: Int, message: String) {
      (self.file, self.line, self.column, self.message) = (file, line, column, message)
    }
  }

  public struct Fix: Decodable, Hashable, Sendable {
    public var title: String
    public var safe: Bool
    public var edits: [Edit]

    public init(title: String, safe: Bool, edits: [Edit]) {
      (self.title, self.safe, self.edits) = (title, safe, edits)
    }
  }

  public struct Edit: Decodable, Hashable, Sendable {
    public var line: Int
    public var column: Int
    public var endLine: Int
    public var endColumn: Int
    public var text: String

    public init(line: Int, column: Int, endLine: Int, endColumn: Int, text: String) {
      (self.line, self.column) = (line, column)
      (self.endLine, self.endColumn) = (endLine, endColumn)
      self.text = text
    }
  }

  public var file: String
  public var rule: String
  public var severity: String
  public var message: String
  public var line: Int
  public var column: Int
  public var endLine: Int
  public var endColumn: Int
  public var related: [Related]
  public var fixes: [Fix]

  public init(
    file: String, rule: String, severity: String, message: String, line: Int, column: Int, endLine: Int, endColumn: Int,
    related: [Related] = [], fixes: [Fix] = []
  ) {
    (self.file, self.rule, self.severity, self.message) = (file, rule, severity, message)
    (self.line, self.column, self.endLine, self.endColumn) = (line, column, endLine, endColumn)
    (self.related, self.fixes) = (related, fixes)
  }

  /// Without what a published diagnostic does not say.
  public var headline: ReportedFinding {
    var headline = self
    (headline.related, headline.fixes) = ([], [])
    return headline
  }
}
