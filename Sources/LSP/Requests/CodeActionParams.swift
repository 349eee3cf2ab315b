import JSON

/// Source: LSP 3.18, `CodeActionParams`.
public struct CodeActionParams: Equatable, Sendable {
  /// A diagnostic as the client holds it, which need not be one of ours.
  public struct HeldDiagnostic: Equatable, Sendable {
    public var range: PositionRange
    public var code: String?
    /// All of it, to be sent back.
    public var json: JSONValue
  }

  public var uri: DocumentURI
  public var range: PositionRange
  /// What the client shows there. Some name those of the whole line.
  public var diagnostics: [HeldDiagnostic]
  /// The kinds that are wanted; empty for all.
  public var only: [String]
  /// Who asks; nil where the client does not say.
  public var trigger: Trigger?

  /// Source: LSP 3.18, `CodeActionTriggerKind`.
  public enum Trigger: Int, Sendable {
    /// Somebody asked, with a key or a command.
    case invoked = 1
    /// Nobody asked, and the client wants to know if there is something to offer.
    case automatic = 2
  }

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    range = try PositionRange(json["range"])
    let context = json["context"]
    diagnostics = context["diagnostics"].array?.compactMap(HeldDiagnostic.init) ?? []
    only = context["only"].strings ?? []
    trigger = context["triggerKind"].integer.flatMap(Trigger.init)
  }

  /// Whether actions of a kind are wanted: `source` asks for `source.fixAll` too, and the empty kind for all.
  public func wants(_ kind: CodeAction.Kind) -> Bool { only.isEmpty || asks(for: kind) }

  /// Whether actions of a kind are wanted by name.
  public func asks(for kind: CodeAction.Kind) -> Bool {
    only.contains { $0.isEmpty || kind.rawValue == $0 || kind.rawValue.hasPrefix($0 + ".") }
  }
}

extension CodeActionParams.HeldDiagnostic {
  init?(_ json: JSONValue) {
    guard let range = try? PositionRange(json["range"]) else { return nil }
    self.range = range
    code = json["code"].string
    self.json = json
  }
}
