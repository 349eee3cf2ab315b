import JSON

/// A change that the client may offer. Source: LSP 3.18, `CodeAction`.
public struct CodeAction: Equatable, Sendable {
  /// Source: LSP 3.18, `CodeActionKind`, as far as it is used.
  public enum Kind: String, CaseIterable, Sendable {
    case quickFix = "quickfix"
    /// A kind below `source.fixAll`, so that a client can ask for the fixes of this server and of no other.
    case fixAll = "source.fixAll.tapescript"
    /// Below `source.organize`, in the same way.
    case organize = "source.organize.tapescript"
    /// It changes the configuration, not the transcript.
    case glossary = "refactor.glossary"
    /// It adds a comment that silences a finding.
    case ignore = "quickfix.ignore"
    case speaker = "refactor.rewrite.speaker"
    case split = "refactor.rewrite.split"
    case merge = "refactor.rewrite.merge"
    case swap = "refactor.rewrite.swap"
    case section = "refactor.rewrite.section"
    case seconds = "refactor.rewrite.seconds"
    case times = "refactor.rewrite.times"
    case uncertain = "refactor.rewrite.uncertain"
    case header = "refactor.rewrite.header"
    case quotes = "refactor.rewrite.quotes"
    case lines = "refactor.rewrite.lines"
    case convert = "refactor.rewrite.convert"
  }

  public var title: String
  public var kind: Kind
  /// Of the diagnostics that the client sent, those that the action fixes.
  public var diagnostics: [JSONValue]
  public var isPreferred: Bool
  public var content: Content

  /// The edit, or the data with which the client can ask for it.
  public enum Content: Equatable, Sendable {
    case edit(WorkspaceEdit)
    /// For clients that ask for the edit of the one action that was chosen.
    case target(Target)
    /// Why the action cannot be made here, for clients that show it.
    case disabled(String)
  }

  public init(title: String, kind: Kind, diagnostics: [JSONValue] = [], isPreferred: Bool = false, content: Content) {
    self.title = title
    self.kind = kind
    self.diagnostics = diagnostics
    self.isPreferred = isPreferred
    self.content = content
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("title", title)
      $0.member("kind", kind.rawValue)
      if !diagnostics.isEmpty {
        $0.member("diagnostics") { $0.array { for item in diagnostics { item.write(to: &$0) } } }
      }
      if isPreferred { $0.member("isPreferred", true) }
      switch content {
      case .edit(let edit): $0.member("edit", edit.write)
      case .target(let target): $0.member("data", target.write)
      case .disabled(let reason): $0.member("disabled") { $0.object { $0.member("reason", reason) } }
      }
    }
  }
}

extension CodeAction {
  /// Identifies the findings that an action fixes. It is sent as the action's `data` and comes back with
  /// `codeAction/resolve`.
  public struct Target: Equatable, Sendable {
    public var uri: DocumentURI
    public var version: DocumentVersion?
    /// Nil for all rules.
    public var rule: String?
    /// Where the finding is, or for what a rewrite was offered; nil for all findings of the document.
    public var range: PositionRange?
    /// The kind of an action that is not a fix; nil for a fix.
    public var kind: String?
    /// The notation in which the text is to be written.
    public var notation: String?

    public init(
      uri: DocumentURI, version: DocumentVersion?, rule: String? = nil, range: PositionRange? = nil,
      kind: String? = nil, notation: String? = nil
    ) {
      self.uri = uri
      self.version = version
      self.rule = rule
      self.range = range
      self.kind = kind
      self.notation = notation
    }

    init(_ json: JSONValue) throws(InvalidParams) {
      guard let uri = json["uri"].utf8 else { throw InvalidParams("data must be as it was sent") }
      self.uri = DocumentURI(uri)
      version = DocumentVersion(json["version"])
      rule = json["rule"].string
      range = json["range"].isNull ? nil : try PositionRange(json["range"])
      kind = json["kind"].string
      notation = json["notation"].string
    }

    func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("uri", uri.write)
        if let version { $0.member("version", Int(version)) }
        if let rule { $0.member("rule", rule) }
        if let range { $0.member("range", range.write) }
        if let kind { $0.member("kind", kind) }
        if let notation { $0.member("notation", notation) }
      }
    }
  }
}
