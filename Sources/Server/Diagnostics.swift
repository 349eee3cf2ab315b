import LSP
import Rules

extension Session {
  /// What is wrong with a document, as the client may see it; nothing for one in which no transcript was found.
  mutating func diagnostics(of uri: DocumentURI) -> [Diagnostic] {
    if isConfiguration(uri), let text = documents[uri]?.text { return mistakes(in: text, of: uri) }
    guard let text = documents[uri]?.text else { return [] }
    let findings = findings(of: uri)
    let convert = Convert(text, capabilities.encoding)
    let client = capabilities.diagnostics
    // The answer is written at each keystroke and nobody reads thousands of findings.
    let limit = 1_000
    var budget = MessageBudget(for: uri)
    var shown = budget.fitting(findings.prefix(limit).lazy.map { Diagnostic($0, of: uri, convert, client) })
    guard shown.count < findings.count else { return shown }
    if shown.count == limit { shown.removeLast() }
    let hidden = findings[shown.count...]
    let note = Diagnostic(
      range: convert.range(hidden[shown.count].range), severity: .information, code: nil, source: "tapescript",
      message: "\(hidden.count) more findings from here on are not shown.")
    return shown + [note]
  }
}

extension Session {
  /// What is wrong with a document and not half written.
  private mutating func findings(of uri: DocumentURI) -> [Finding] {
    let findings = documents[uri]?.findings ?? []
    guard pen?.uri == uri, !findings.isEmpty, let reading = documents[uri]?.reading, let pen else { return findings }
    let settled = pen.settled(findings, in: reading)
    self.pen?.holdsBack = settled.count < findings.count
    return settled
  }
}

extension Diagnostic {
  init(
    _ finding: Finding, of uri: DocumentURI, _ convert: Convert, _ client: ClientCapabilities.Diagnostics
  ) {
    self.init(
      range: convert.range(finding.range), severity: Severity(finding.severity), code: finding.rule,
      codeDescription: client.codeDescription ? RulePage.address(of: finding.rule) : nil, source: "tapescript",
      message: finding.message)
    guard client.relatedInformation else { return }
    // Nobody goes to each of thousands of places.
    let limit = 20
    relatedInformation = finding.related.prefix(limit).map {
      RelatedInformation(uri: uri, range: convert.range($0.range), message: $0.message)
    }
    let hidden = finding.related.count - limit
    if hidden > 0 { message += " (\(hidden) more places that have to do with it are not shown.)" }
  }
}

extension Diagnostic.Severity {
  init(_ severity: Rules.Severity) {
    self =
      switch severity {
      case .error: .error
      case .warning: .warning
      case .information: .information
      case .hint: .hint
      }
  }
}

/// Where the pages of the rules can be read.
enum RulePage {
  static func address(of rule: String) -> String { Rule.page(of: rule) }
}
