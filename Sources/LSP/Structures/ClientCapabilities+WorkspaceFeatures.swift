import JSON

extension ClientCapabilities {
  /// What the client supports of features that look at more than one document.
  public struct WorkspaceFeatures: Equatable, Sendable {
    /// Whether folders may be added and removed while the session runs.
    public var folders: Bool
    public var symbol: Symbol
    /// Whether the client asks before it renames files, and tells afterwards.
    public var willRename: Bool
    public var didRename: Bool
    /// Whether an edit may rename files.
    public var renamesFiles: Bool
    /// Whether edits may say what they do, and wait until the user agrees. Only edits with versions have a place for that.
    public var annotations: Bool

    /// Source: LSP 3.18, `WorkspaceSymbolClientCapabilities`.
    public struct Symbol: Equatable, Sendable {
      /// Whether the client asks for the place of the one symbol that was chosen.
      public var resolvesRange: Bool
    }

    init(_ json: JSONValue) {
      let workspace = json["workspace"]
      folders = workspace["workspaceFolders"].bool ?? false
      let resolved = workspace["symbol"]["resolveSupport"]["properties"].strings ?? []
      symbol = Symbol(resolvesRange: resolved.contains("location.range"))
      willRename = workspace["fileOperations"]["willRename"].bool ?? false
      didRename = workspace["fileOperations"]["didRename"].bool ?? false
      let edits = workspace["workspaceEdit"]
      let isVersioned = edits["documentChanges"].bool ?? false
      renamesFiles = isVersioned && (edits["resourceOperations"].strings?.contains("rename") ?? false)
      annotations = isVersioned && edits["changeAnnotationSupport"].members != nil
    }
  }
}
