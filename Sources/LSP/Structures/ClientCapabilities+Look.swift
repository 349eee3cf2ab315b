import JSON

extension ClientCapabilities {
  /// What the client supports of features that show something about a text or lead through it.
  public struct Look: Equatable, Sendable {
    /// Whether a definition may be a link that names the range from which it leads.
    public var definitionLinks: Bool
    public var linkedEditingRange: Bool
    public var selectionRange: Bool
    /// Whether a link may say where it leads.
    public var documentLinkTooltips: Bool
    public var inlayHint: Bool
    /// Whether the client can be asked to ask for all hints again.
    public var refreshesInlayHints: Bool
    /// Nil if the client asks for none, or cannot read the form of the numbers.
    public var semanticTokens: SemanticTokens?

    /// Source: LSP 3.18, `SemanticTokensClientCapabilities`.
    public struct SemanticTokens: Equatable, Sendable {
      public var types: [String]
      public var modifiers: [String]
      public var full: Bool
      public var delta: Bool
      public var range: Bool
    }

    init(_ json: JSONValue) {
      let document = json["textDocument"]
      func has(_ name: String) -> Bool { document[name].members != nil }
      definitionLinks = document["definition"]["linkSupport"].bool ?? false
      linkedEditingRange = has("linkedEditingRange")
      selectionRange = has("selectionRange")
      documentLinkTooltips = document["documentLink"]["tooltipSupport"].bool ?? false
      inlayHint = has("inlayHint")
      refreshesInlayHints = inlayHint && json["workspace"]["inlayHint"]["refreshSupport"].bool ?? false
      semanticTokens = SemanticTokens(document["semanticTokens"])
    }
  }
}

extension ClientCapabilities.Look.SemanticTokens {
  init?(_ json: JSONValue) {
    guard json.members != nil, json["formats"].strings?.contains("relative") ?? true else { return nil }
    types = json["tokenTypes"].strings ?? []
    modifiers = json["tokenModifiers"].strings ?? []
    let requests = json["requests"]
    full = requests["full"].bool ?? (requests["full"].members != nil)
    delta = requests["full"]["delta"].bool ?? false
    range = requests["range"].bool ?? (requests["range"].members != nil)
    guard full || range else { return nil }
  }
}
