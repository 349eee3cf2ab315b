import JSON
import LSP

/// Source: LSP 3.18, `workspace/textDocumentContent`.
extension Session {
  /// A view that has nothing to show, or no longer has, says why in its text: an error would leave the old text there.
  mutating func textDocumentContent(_ json: JSONValue) throws -> Answer {
    let params = try TextDocumentContentParams(json)
    guard let address = ViewAddress(params.uri) else {
      throw InvalidParams("uri must be that of a view, such as \(ViewAddress.scheme):/reading-copy/a.txt?file:///a.txt")
    }
    let reason = documents[address.document] == nil ? "The document is closed." : address.view.obstacle
    let text = documents[address.document]?.text(of: address.view) ?? Array((reason + "\n").utf8)
    if documents[address.document] != nil { shownViews.insert(params.uri) }
    return { $0.object { $0.member("text") { $0.value(utf8: text) } } }
  }
}
