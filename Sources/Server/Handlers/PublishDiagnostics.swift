import LSP

/// Source: LSP 3.18, `textDocument/publishDiagnostics`.
extension Session {
  /// Adds a document to the list of those whose diagnostics are published when no event waits.
  mutating func markChanged(_ uri: DocumentURI) {
    guard !capabilities.pullsDiagnostics, documents[uri]?.isUnpublished == false else { return }
    documents[uri]?.isUnpublished = true
    unpublished.append(uri)
  }

  /// Publishes the diagnostics of the document that has waited longest.
  mutating func publishNext() {
    let uri = unpublished.removeFirst()
    documents[uri]?.isUnpublished = false
    publish(diagnostics(of: uri), of: uri, version: documents[uri]?.version)
  }

  /// Asks the client to pull all diagnostics again. Source: LSP 3.18, `workspace/diagnostic/refresh`.
  mutating func refresh() {
    mustRefresh = false
    ask("workspace/diagnostic/refresh", then: .nothing, nil)
  }

  /// With the version, the client can ignore findings that were made for another text.
  mutating func publish(_ items: [Diagnostic], of uri: DocumentURI, version: DocumentVersion?) {
    notify("textDocument/publishDiagnostics") {
      $0.object {
        $0.member("uri", uri.write)
        if let version { $0.member("version", Int(version)) }
        $0.member("diagnostics") { $0.array { for item in items { item.write(to: &$0) } } }
      }
    }
  }
}
