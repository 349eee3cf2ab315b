import LSP

/// Asks the client to ask again for what it shows. Source: LSP 3.18, `workspace/semanticTokens/refresh`,
/// `workspace/codeLens/refresh`, `workspace/inlayHint/refresh`, `workspace/textDocumentContent/refresh`.
extension Session {
  /// What is shown of texts changes with their notation and with the rules for them.
  mutating func refreshLook(of uris: [DocumentURI]) {
    guard life == .running else { return }
    let client = capabilities.client
    if client.requests.refreshesTokens, client.look.semanticTokens != nil {
      ask("workspace/semanticTokens/refresh", then: .nothing, nil)
    }
    if client.requests.refreshesLenses { ask("workspace/codeLens/refresh", then: .nothing, nil) }
    refreshHints()
    refreshViews(of: uris)
  }

  mutating func refreshHints() {
    guard life == .running, capabilities.client.look.refreshesInlayHints else { return }
    ask("workspace/inlayHint/refresh", then: .nothing, nil)
  }

  /// A client that no longer shows a view does not ask for it again, and is not asked again to do so.
  mutating func refreshViews(of uris: [DocumentURI]) {
    guard !shownViews.isEmpty else { return }
    let changed = shownViews.filter { view in ViewAddress(view).map { uris.contains($0.document) } ?? false }
    shownViews.subtract(changed)
    for view in changed.sorted(by: { $0.string < $1.string }) {
      ask("workspace/textDocumentContent/refresh", then: .nothing) { $0.object { $0.member("uri", view.write) } }
    }
  }
}
