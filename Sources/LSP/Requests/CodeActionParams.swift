import JSON

/// Source: LSP 3.18, `CodeActionParams`.
public struct CodeActionParams: Equatable, Sendable {
  /// A diagnostic that the client shows. It need not be one of this server's.
  public struct HeldDiagnostic: Equatable, Sendable {
    public var range: PositionRange
    public var code: String?
    /// The whole diagnostic, which is sent back with the action.
    public var json: JSONValue
  }

  public var uri: DocumentURI
  public var range: PositionRange
  /// The diagnostics that the client shows at the range. Some clients send those of the whole line.
  public var diagnostics: [HeldDiagnostic]
  /// The kinds that are wanted; empty for all.
  public var only: [String]
  /// Why the client asks; nil where it does not say.
  public var trigger: Trigger?

  /// Source: LSP 3.18, `CodeActionTriggerKind`.
  public enum Trigger: Int, Sendable {
    /// The user asked, with a key or a command.
    case invoked = 1
    /// The client asks by itself, to show whether there is something to offer.
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

  /// Whether actions of a kind are wanted: `source` includes `source.fixAll`, and the empty kind includes all.
  public func wants(_ kind: CodeAction.Kind) -> Bool { only.isEmpty || asks(for: kind) }

  /// Whether the user asks for a kind: by its name, or for all that there is. A client that asks by itself, which some do
  /// without saying so, shows a light bulb.
  public func isInvoked(for kind: CodeAction.Kind) -> Bool {
    asks(for: kind) || only.isEmpty && trigger == .invoked
  }

  /// Whether the client asks for a kind by its name or by the name of a kind above it.
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
