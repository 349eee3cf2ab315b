import JSON
import LSP
import Rules
import SourceText

/// The code actions for a range of a document.
struct CodeActions {
  let params: CodeActionParams
  let document: OpenDocument
  /// All findings of the document, in the order of the text.
  let findings: [Finding]
  /// The entries of YAML in which the range begins or ends and which cannot be read, in bytes.
  let broken: [Range<Int>]
  let convert: Convert
  let client: ClientCapabilities.CodeAction
  let capabilities: Capabilities

  /// A longer list is of no use to a person, and a client may ask for the actions of the whole text.
  private static let limit = 100

  /// Quick fixes, then one action for each rule that fixes all its findings, then one that makes all safe fixes.
  ///
  /// - Parameter fixed: makes all safe fixes, which takes long; only for clients that do not resolve the edit of an
  ///   action later.
  func offered(_ fixed: () -> FixLoop.Result?) -> [CodeAction] {
    var actions: [CodeAction] = []
    if params.wants(.quickFix) {
      let findings = wanted()
      let offers = offers(findings)
      actions += offers.map(action) + ruleActions(findings, besides: offers)
    }
    if mayFixAll { actions += safeAction(fixed) }
    return actions
  }

  /// Whether to offer the action that makes all safe fixes: if the client asks for it, or if a person asks about lines
  /// that it changes. A client that asks by itself shows a light bulb at the line, and an action for the whole file
  /// would light up every line.
  private var mayFixAll: Bool {
    if params.asks(for: .fixAll) { return true }
    guard params.only.isEmpty, params.trigger != .automatic else { return false }
    let lines = convert.lines(of: convert.offsets(params.range))
    func isOnLines(_ range: Range<Int>) -> Bool {
      range.upperBound >= lines.lowerBound && range.lowerBound < lines.upperBound
    }
    return findings.contains { finding in
      guard let fix = finding.fixes.first(where: \.isSafe) else { return false }
      return isOnLines(finding.range) || fix.edits.contains { isOnLines($0.range) }
    }
  }

  /// The findings at the range, and those in an unreadable value around it, whose fault may be lines away. If there are
  /// none, the findings that the client names: with the caret at the start of a line, some clients mean all findings in
  /// that line.
  private func wanted() -> [Finding] {
    let range = convert.offsets(params.range)
    let places = [range] + broken
    let mendable = findings.lazy.filter { !$0.fixes.isEmpty }
    let touched = mendable.filter { finding in places.contains { finding.range.touches($0) } }
    let here = Array(touched.prefix(Self.limit))
    guard here.isEmpty, !params.diagnostics.isEmpty else { return here }
    return Array(mendable.filter { !held($0).isEmpty }.prefix(Self.limit))
  }

  /// The client's own copies of the finding; none if the client does not show it.
  private func held(_ finding: Finding) -> [JSONValue] {
    let named = params.diagnostics.lazy.filter { $0.code == finding.rule }
    guard !named.isEmpty else { return [] }
    let range = convert.range(finding.range)
    return named.filter { $0.range == range }.map(\.json)
  }
}

/// A fix of one finding, or the same fix of several findings: renaming a speaker, for example, is offered at each place
/// of the name.
private struct Offer {
  let finding: Finding
  let fix: Fix
  var isBest: Bool
  var diagnostics: [JSONValue]
}

extension CodeActions {
  private func offers(_ findings: [Finding]) -> [Offer] {
    var offers: [Offer] = []
    for finding in findings {
      for (rank, fix) in finding.fixes.enumerated() where fix.edits.count <= FixAll.mostEdits {
        if let same = offers.firstIndex(where: { $0.fix.title == fix.title && $0.fix.edits == fix.edits }) {
          offers[same].isBest = offers[same].isBest || rank == 0
          offers[same].diagnostics += held(finding)
        } else {
          offers.append(Offer(finding: finding, fix: fix, isBest: rank == 0, diagnostics: held(finding)))
        }
      }
    }
    return offers
  }

  private func action(_ offer: Offer) -> CodeAction {
    CodeAction(
      title: offer.fix.title, kind: .quickFix, diagnostics: offer.diagnostics,
      isPreferred: offer.isBest && client.isPreferred,
      content: content(offer.fix.edits, rule: offer.finding.rule, range: offer.finding.range))
  }

  private func ruleActions(_ findings: [Finding], besides offers: [Offer]) -> [CodeAction] {
    var rules: [String] = []
    for finding in findings where !rules.contains(finding.rule) { rules.append(finding.rule) }
    return rules.compactMap { rule in
      let joint = FixAll(self.findings, of: rule)
      guard joint.count > 1, !offers.contains(where: { $0.fix.edits == joint.edits }) else { return nil }
      return CodeAction(
        title: "Fix all \(joint.count) findings of \(rule)", kind: .quickFix,
        diagnostics: findings.filter { $0.rule == rule }.flatMap(held), content: content(joint.edits, rule: rule))
    }
  }

  private func safeAction(_ fixed: () -> FixLoop.Result?) -> [CodeAction] {
    let tally = SafeFixTally(findings)
    guard tally.count > 0 else { return [] }
    let edits = client.resolvesEdit ? [] : fixed().map { Array($0.changes.edits) } ?? []
    guard client.resolvesEdit || !edits.isEmpty else { return [] }
    return [CodeAction(title: tally.title, kind: .fixAll, content: content(edits))]
  }

  /// The edit, or the data with which the client can ask for it later.
  private func content(_ edits: [Edit], rule: String? = nil, range: Range<Int>? = nil) -> CodeAction.Content {
    guard !client.resolvesEdit else {
      return .target(
        CodeAction.Target(uri: params.uri, version: document.version, rule: rule, range: range.map(convert.range)))
    }
    return .edit(document.edit(edits, of: params.uri, capabilities))
  }
}
