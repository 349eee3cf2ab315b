import JSON
import LSP
import SourceText

/// Keeps the server's text equal to the editor's. Source: LSP 3.18, "Text Document Synchronization".
extension Session {
  /// If a document is opened twice, the text of the second message counts.
  mutating func didOpen(_ json: JSONValue) throws(InvalidParams) {
    let params = try DidOpenParams(json)
    let wasUnpublished = documents[params.uri]?.isUnpublished ?? false
    documents[params.uri] = OpenDocument(params)
    documents[params.uri]?.isUnpublished = wasUnpublished
    openFiles.add(params.uri)
    if pen?.uri == params.uri { pen = nil }
    // If the client watches no files, configurations may have changed without notice.
    if !capabilities.client.watchesFiles { configurations.forget() }
    heedConfiguration(params.uri)
    tellOfMistakes()
    watchMore(for: params.uri)
    markChanged(params.uri)
    if judgeReaders(of: params.uri) { askToPull() }
    mustSeekCopies = true
  }

  /// Each change applies to the result of the one before it. A position outside the text is clamped, so no change is
  /// dropped.
  mutating func didChange(_ json: JSONValue) throws(InvalidParams) {
    let params = try DidChangeParams(json)
    guard documents[params.uri] != nil else {
      return log("didChange: \(params.uri.string) is not open")
    }
    if params.unreadable > 0 {
      log("didChange: \(params.uri.string): changes that cannot be read and are lost: \(params.unreadable)")
    }
    let edits = params.contentChanges.compactMap { make($0, in: params.uri) }
    if !edits.isEmpty { putPen(on: params.uri, edits) }
    if let version = params.version { documents[params.uri]?.version = version }
    markChanged(params.uri)
  }

  /// Applies a change and returns it as an edit; nil if it changes nothing.
  private mutating func make(_ change: DidChangeParams.ContentChange, in uri: DocumentURI) -> Edit? {
    guard let range = change.range else { return documents[uri]?.replaceText(with: change.text) }
    let encoding = capabilities.encoding
    guard let edit = documents[uri].map({ Edit(Convert($0.text, encoding).offsets(range), change.text) }) else {
      return nil
    }
    documents[uri]?.apply(edit)
    return edit
  }

  /// The saved text replaces the server's text, which corrects any earlier wrong edit of the client.
  mutating func didSave(_ json: JSONValue) throws(InvalidParams) {
    let params = try DidSaveParams(json)
    if pen?.uri == params.uri { liftPen() }
    mustSeekCopies = true
    if isConfiguration(params.uri) || !capabilities.client.watchesFiles { reloadConfigurations() }
    guard let text = params.text, documents[params.uri]?.replaceText(with: text) != nil else { return }
    log("didSave: \(params.uri.string) differed from the saved text, which is used from now on")
    markChanged(params.uri)
  }

  mutating func didClose(_ json: JSONValue) throws(InvalidParams) {
    let params = try TextDocumentParams(json)
    guard documents.removeValue(forKey: params.uri) != nil else { return }
    unpublished.removeAll { $0 == params.uri }
    openFiles.remove(params.uri)
    if pen?.uri == params.uri { pen = nil }
    refreshViews(of: [params.uri])
    if !capabilities.pullsDiagnostics { publish([], of: params.uri, version: nil) }
    tellOfMistakes()
    if judgeReaders(of: params.uri) { askToPull() }
    mustSeekCopies = true
  }
}
