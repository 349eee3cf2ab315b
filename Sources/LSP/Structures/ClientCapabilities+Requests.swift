import JSON

extension ClientCapabilities {
  /// What the client does when the server asks it to.
  public struct Requests: Equatable, Sendable {
    /// Whether commands may be offered to it. Some clients run commands and declare only that they make the edits.
    public var executesCommands: Bool
    /// Whether it makes edits of a text.
    public var appliesEdits: Bool
    /// Whether it opens documents, and addresses in other programs.
    public var showsDocuments: Bool
    /// Whether it shows messages with buttons.
    public var offersChoices: Bool
    /// Whether it shows texts that the server makes.
    public var showsContent: Bool
    /// Whether it can be asked to ask for all tokens again.
    public var refreshesTokens: Bool
    /// Whether it can be asked to ask for all lenses again.
    public var refreshesLenses: Bool

    init(_ json: JSONValue) {
      let (workspace, window) = (json["workspace"], json["window"])
      appliesEdits = workspace["applyEdit"].bool ?? false
      executesCommands = appliesEdits || workspace["executeCommand"].members != nil
      showsDocuments = window["showDocument"]["support"].bool ?? false
      offersChoices = window["showMessage"].members != nil
      showsContent = workspace["textDocumentContent"].members != nil
      refreshesTokens = workspace["semanticTokens"]["refreshSupport"].bool ?? false
      refreshesLenses = workspace["codeLens"]["refreshSupport"].bool ?? false
    }
  }
}
