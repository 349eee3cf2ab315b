import LSP
import SourceText

/// Keeps the server's text equal to the editor's. Source: LSP 3.18, "Text Document Synchronization".
extension Session {
  /// A document that is opened twice is what the second message says: the client knows best.
  mutating func didOpen(_ json: JSON) throws(InvalidParams) {
    let params = try DidOpenParams(json)
    let wasUnpublished = documents[params.uri]?.isUnpublished ?? false
    documents[params.uri] = OpenDocument(params)
    documents[params.uri]?.isUnpublished = wasUnpublished
    // A client that watches no files may have changed them unseen.
    if !capabilities.client.watchesFiles { configurations.forget() }
    heedConfiguration(params.uri)
    tellOfMistakes()
    watchMore(for: params.uri)
    markChanged(params.uri)
  }

  /// Each change applies to the result of the one before. None is dropped on account of its place.
  mutating func didChange(_ json: JSON) throws(InvalidParams) {
    let params = try DidChangeParams(json)
    guard documents[params.uri] != nil else {
      return log("didChange: \(params.uri.string) is not open")
    }
    if params.unreadable > 0 {
      log("didChange: \(params.uri.string): changes that cannot be read and are lost: \(params.unreadable)")
    }
    let encoding = capabilities.encoding
    for change in params.contentChanges {
      guard let range = change.range else {
        _ = documents[params.uri]?.replaceText(with: change.text)
        continue
      }
      guard let edit = documents[params.uri].map({ Edit(Convert($0.text, encoding).offsets(range), change.text) })
      else { continue }
      documents[params.uri]?.apply(edit)
    }
    if let version = params.version { documents[params.uri]?.version = version }
    markChanged(params.uri)
  }

  /// The saved text is what counts. A client whose edits went wrong is put right again here.
  mutating func didSave(_ json: JSON) throws(InvalidParams) {
    let params = try DidSaveParams(json)
    if isConfiguration(params.uri) || !capabilities.client.watchesFiles { reloadConfigurations() }
    guard let text = params.text, documents[params.uri]?.replaceText(with: text) == true else { return }
    log("didSave: \(params.uri.string) was not what the edits before had made of it; now it is")
    markChanged(params.uri)
  }

  mutating func didClose(_ json: JSON) throws(InvalidParams) {
    let params = try TextDocumentParams(json)
    guard documents.removeValue(forKey: params.uri) != nil else { return }
    unpublished.removeAll { $0 == params.uri }
    if !capabilities.pullsDiagnostics { publish([], of: params.uri, version: nil) }
    tellOfMistakes()
  }
}
