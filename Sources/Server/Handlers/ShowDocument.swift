import JSON
import LSP
import SourceText

/// Documents, places and addresses that commands have the client show. Source: LSP 3.18, `window/showDocument`.
extension Session {
  /// Source: LSP 3.18, `window/showDocument`.
  mutating func showDocument(_ uri: DocumentURI, selection: PositionRange? = nil, isExternal: Bool = false) {
    ask("window/showDocument", then: .document(uri)) {
      $0.object {
        $0.member("uri", uri.write)
        if isExternal { $0.member("external", true) } else { $0.member("takeFocus", true) }
        if let selection { $0.member("selection", selection.write) }
      }
    }
  }

  /// Shows a view: as a text that the client asks for, or as a new document, or for clients that do neither as the answer.
  mutating func showView(_ view: ReadOnlyView, of uri: DocumentURI) throws(RequestFailed) -> Answer {
    guard let text = documents[uri]?.text(of: view) else { throw RequestFailed(view.obstacle) }
    let address = ViewAddress(view, of: uri)
    let client = capabilities.client.requests
    if client.showsContent {
      let shown = address.uri
      if client.showsDocuments { showDocument(shown) }
      return { $0.object { $0.member("uri", shown.write) } }
    }
    if client.showsDocuments, client.appliesEdits {
      lastView += 1
      let draft = address.draft(lastView)
      let edit = capabilities.edit([Edit(0..<0, text)], of: draft, Text(), version: nil)
      apply(edit, label: "Show the \(view.title)", thenShow: draft)
      return { $0.object { $0.member("uri", draft.write) } }
    }
    return { $0.object { $0.member("text") { $0.value(utf8: text) } } }
  }
}
