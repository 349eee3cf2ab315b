import JSON

/// Source: LSP 3.18, `DidChangeTextDocumentParams`.
public struct DidChangeParams: Equatable, Sendable {
  /// One edit. Its range is that of the text after the edits before it.
  public struct ContentChange: Equatable, Sendable {
    /// The range that is replaced; nil for the whole document.
    public var range: PositionRange?
    /// UTF-8.
    public var text: [UInt8]
  }

  public var uri: DocumentURI
  public var version: DocumentVersion?
  public var contentChanges: [ContentChange]
  /// How many changes could not be read. After such a change the document differs from the editor's until the next full
  /// text, so it is logged.
  public var unreadable: Int

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    version = DocumentVersion(json["textDocument"]["version"])
    let items = json["contentChanges"].array
    let changes = items?.compactMap(ContentChange.init) ?? []
    contentChanges = changes
    unreadable = items.map { $0.count - changes.count } ?? 1
  }
}

extension DidChangeParams.ContentChange {
  init?(_ json: JSONValue) {
    guard let text = json["text"].utf8 else { return nil }
    self.text = text
    let range = json["range"]
    if range.isNull {
      self.range = nil
    } else {
      guard let range = try? PositionRange(range) else { return nil }
      self.range = range
    }
  }
}
