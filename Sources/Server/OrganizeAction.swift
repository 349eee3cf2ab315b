import LSP
import Rules

/// Cues in order and numbered, where a client asks for that by its kind. At a single cue the fixes of its findings are
/// offered.
extension Session {
  mutating func organizeAction(_ params: CodeActionParams) -> CodeAction? {
    guard params.asks(for: .organize), let client = capabilities.client.codeAction,
      let findings = documents[params.uri]?.findings
    else { return nil }
    let rules = Set(findings.lazy.map(\.rule)).intersection(OpenDocument.organizingRules)
    guard !rules.isEmpty else { return nil }
    let title = rules.contains("cue-order") ? "Put the cues in order, and number them" : "Number the cues"
    guard !client.resolvesEdit else {
      let target = CodeAction.Target(
        uri: params.uri, version: documents[params.uri]?.version, kind: CodeAction.Kind.organize.rawValue)
      return CodeAction(title: title, kind: .organize, content: .target(target))
    }
    return organizingEdit(params.uri).map { CodeAction(title: title, kind: .organize, content: .edit($0)) }
  }

  /// Nil where nothing can be moved or numbered.
  mutating func organizingEdit(_ uri: DocumentURI) -> WorkspaceEdit? {
    guard let result = documents[uri]?.organized, let document = documents[uri] else { return nil }
    let edits = Array(result.changes.edits)
    return edits.isEmpty ? nil : document.edit(edits, of: uri, capabilities)
  }
}
