import JSON

/// Source: LSP 3.18, `DidOpenTextDocumentParams`.
public struct DidOpenParams: Equatable, Sendable {
  public var uri: DocumentURI
  /// The editor's name for the language. It need not be right: Kate says `plain` for a .vtt file.
  public var languageID: String?
  public var version: DocumentVersion?
  /// The whole text in UTF-8.
  public var text: [UInt8]

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    let document = json["textDocument"]
    languageID = document["languageId"].string
    version = DocumentVersion(document["version"])
    guard let text = document["text"].utf8 else { throw InvalidParams("textDocument.text must be a string") }
    self.text = text
  }
}
