import Features
import LSP
import Rules
import SourceText
import Transcript

/// Actions where nothing is wrong: to change who speaks, to split and merge turns; and those that silence a finding.
struct RewriteActions {
  let params: CodeActionParams
  let document: OpenDocument
  let reading: Reading
  let convert: Convert
  let client: ClientCapabilities.CodeAction
  let capabilities: Capabilities

  /// They would light the bulb of a client at each turn, so only a user is offered them.
  func rewritten() -> [CodeAction] {
    guard Rewrite.Kind.allCases.contains(where: { params.isInvoked(for: CodeAction.Kind($0)) }) else { return [] }
    return rewrites(reading, at: convert.offsets(params.range), cues: document.cueLines).compactMap { rewrite in
      let kind = CodeAction.Kind(rewrite.kind)
      return params.isInvoked(for: kind)
        ? content(of: rewrite, kind).map { CodeAction(title: rewrite.title, kind: kind, content: $0) } : nil
    }
  }

  /// Nil if the rewrite cannot be made and the client does not show why.
  private func content(of rewrite: Rewrite, _ kind: CodeAction.Kind) -> CodeAction.Content? {
    let showsReason = client.showsDisabled && params.asks(for: kind)
    switch rewrite.outcome {
    case .unavailable(let reason): return showsReason ? .disabled(reason) : nil
    case .changes(let changes):
      if client.resolvesEdit, document.isLong { return .target(target(kind)) }
      guard let edits = reading.edits(for: changes) else {
        return showsReason ? .disabled("The notation of this file cannot express it.") : nil
      }
      guard !edits.isEmpty else { return showsReason ? .disabled("It is so already.") : nil }
      return client.resolvesEdit ? .target(target(kind)) : .edit(edit(edits))
    }
  }

  /// For each rule that found something at the range: a comment that silences it there.
  func ignoring(_ findings: [Finding]) -> [CodeAction] {
    guard params.isInvoked(for: .ignore) else { return [] }
    let range = convert.offsets(params.range)
    var here: [Finding] = []
    for finding in findings where finding.range.touches(range) && !here.contains(where: { $0.rule == finding.rule }) {
      here.append(finding)
    }
    return here.prefix(10).compactMap { finding in
      let edits = reading.silencing([finding], reason: "")
      guard !edits.isEmpty else { return nil }
      var target = target(.ignore)
      (target.rule, target.range) = (finding.rule, convert.range(finding.range))
      return CodeAction(
        title: "Ignore \(finding.rule) here", kind: .ignore,
        content: client.resolvesEdit ? .target(target) : .edit(edit(edits)))
    }
  }

  private func target(_ kind: CodeAction.Kind) -> CodeAction.Target {
    CodeAction.Target(uri: params.uri, version: document.version, range: params.range, kind: kind.rawValue)
  }

  private func edit(_ edits: [Edit]) -> WorkspaceEdit {
    document.edit(edits, of: params.uri, capabilities)
  }

  /// The edits of an action that was offered without them; empty if it cannot be made.
  static func edits(
    for target: CodeAction.Target, title: String, _ document: OpenDocument, _ reading: Reading, _ findings: [Finding],
    _ convert: Convert
  ) -> [Edit] {
    guard let range = target.range else { return [] }
    if target.kind == CodeAction.Kind.ignore.rawValue {
      let finding = findings.first { $0.rule == target.rule && convert.range($0.range) == range }
      return finding.map { reading.silencing([$0], reason: "") } ?? []
    }
    let chosen = rewrites(reading, at: convert.offsets(range), cues: document.cueLines).first {
      $0.title == title && CodeAction.Kind($0.kind).rawValue == target.kind
    }
    guard case .changes(let changes) = chosen?.outcome else { return [] }
    return reading.edits(for: changes) ?? []
  }
}

extension CodeAction.Kind {
  init(_ kind: Rewrite.Kind) {
    self =
      switch kind {
      case .speaker: .speaker
      case .split: .split
      case .merge: .merge
      case .swap: .swap
      case .section: .section
      case .seconds: .seconds
      case .times: .times
      case .uncertain: .uncertain
      case .header: .header
      case .quotes: .quotes
      case .lines: .lines
      }
  }
}
