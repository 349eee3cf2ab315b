import LSP
import Rules
import SourceText

extension Session {
  /// The diagnostics of a document as this client can show them; empty for a document without a transcript.
  mutating func diagnostics(of uri: DocumentURI) -> [Diagnostic] {
    if isConfiguration(uri), let text = documents[uri]?.text { return mistakes(in: text, of: uri) }
    guard let text = documents[uri]?.text else { return [] }
    return [Diagnostic](showing: findings(of: uri), in: text, of: uri, capabilities)
  }
}

extension [Diagnostic] {
  /// Findings as a client can show them.
  init(showing findings: [Finding], in text: Text, of uri: DocumentURI, _ capabilities: Capabilities) {
    let convert = Convert(text, capabilities.encoding)
    let client = capabilities.diagnostics
    let most = Self.mostDiagnostics
    var shown = findings.gravest(findings.count > most ? most - 1 : most)
    var budget = MessageBudget(for: uri)
    let ranges = convert.ranges(shown.lazy.map { findings[$0].range })
    self = budget.fitting(
      zip(shown, ranges).lazy.map { Diagnostic(findings[$0], at: $1, of: uri, convert, client) })
    shown.removeLast(shown.count - count)
    guard shown.count < findings.count else { return }
    // The note stands where the first finding was left out, so that the order of the text is kept.
    let place = zip(shown, findings.indices).first { $0 != $1 }?.1 ?? shown.count
    let hidden = findings.count - shown.count
    let gravest = Set(findings.indices).subtracting(shown).map { findings[$0].severity }.max() ?? .hint
    insert(
      Diagnostic(
        range: convert.range(findings[place].range), severity: .information, code: nil, source: "tapescript",
        message: "\(hidden) more findings from here on are not shown; none of them is graver than \(gravest.name)."),
      at: place)
  }

  /// The diagnostics are sent at each keystroke, and thousands of them are of no use to a person.
  private static let mostDiagnostics = 1_000
}

extension [Finding] {
  /// The indices of the most severe findings, in order; among findings of equal severity, the first ones.
  fileprivate func gravest(_ limit: Int) -> [Int] {
    guard count > limit else { return [Int](indices) }
    var room = limit
    var shares: [Rules.Severity: Int] = [:]
    for severity in Rules.Severity.allCases.sorted(by: >) {
      shares[severity] = Swift.min(room, self.count { $0.severity == severity })
      room -= shares[severity] ?? 0
    }
    return indices.filter { index in
      guard let share = shares[self[index].severity], share > 0 else { return false }
      shares[self[index].severity] = share - 1
      return true
    }
  }
}

extension Session {
  /// The findings of a document without those about half-written text.
  mutating func findings(of uri: DocumentURI) -> [Finding] {
    settled(documents[uri]?.findings ?? [], in: uri)
  }

  /// The given findings without those about half-written text.
  mutating func settled(_ findings: [Finding], in uri: DocumentURI) -> [Finding] {
    guard pen?.uri == uri, !findings.isEmpty, let reading = documents[uri]?.reading, let pen else { return findings }
    let settled = pen.settled(findings, in: reading)
    self.pen?.holdsBack = settled.count < findings.count
    return settled
  }
}

extension Diagnostic {
  init(
    _ finding: Finding, at range: PositionRange, of uri: DocumentURI, _ convert: Convert,
    _ client: ClientCapabilities.Diagnostics
  ) {
    self.init(
      range: range, severity: Severity(finding.severity), code: finding.rule,
      codeDescription: client.codeDescription ? Rule.page(of: finding.rule) : nil, source: "tapescript",
      message: finding.message)
    guard client.relatedInformation else { return }
    // A list of thousands of places is of no use to a person.
    let limit = 20
    relatedInformation = finding.related.prefix(limit).map {
      RelatedInformation(uri: uri, range: convert.range($0.range), message: $0.message)
    }
    let hidden = finding.related.count - limit
    if hidden > 0 { message += " (\(hidden) more related places are not shown.)" }
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
