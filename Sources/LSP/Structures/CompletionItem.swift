import JSON

/// Source: LSP 3.18, `CompletionItem`.
public struct CompletionItem: Equatable, Sendable {
  /// Source: LSP 3.18, `CompletionItemKind`: those that every client knows.
  public enum Kind: Int, Sendable {
    case text = 1
    case property = 10
    case value = 12
    case keyword = 14
    case snippet = 15
    case reference = 18
  }

  public var label: String
  public var kind: Kind
  public var detail: String?
  public var filterText: String
  /// Items are shown in the order of these texts.
  public var sortText: String
  public var edit: WorkspaceEdit.TextEdit
  /// Whether the new text of the edit is a snippet, with a place where the user types on.
  public var isSnippet: Bool
  /// Whether to say that lines keep their indentation.
  public var keepsIndentation: Bool
  public var additionalEdits: [WorkspaceEdit.TextEdit]
  /// With which the client asks for the documentation; nil if there is none.
  public var target: Target?

  /// What the server needs to find an item again.
  public struct Target: Equatable, Sendable {
    public var uri: DocumentURI
    public var kind: String
    public var name: String

    public init(uri: DocumentURI, kind: String, name: String) {
      (self.uri, self.kind, self.name) = (uri, kind, name)
    }

    /// Nil if it is not as it was sent.
    public init?(_ json: JSONValue) {
      guard let uri = json["uri"].utf8, let kind = json["kind"].string, let name = json["name"].string else {
        return nil
      }
      self.init(uri: DocumentURI(uri), kind: kind, name: name)
    }

    func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("uri", uri.write)
        $0.member("kind", kind)
        $0.member("name", name)
      }
    }
  }

  public init(
    label: String, kind: Kind, detail: String?, filterText: String, sortText: String, edit: WorkspaceEdit.TextEdit,
    isSnippet: Bool, keepsIndentation: Bool, additionalEdits: [WorkspaceEdit.TextEdit], target: Target?
  ) {
    (self.label, self.kind, self.detail, self.filterText, self.sortText) = (label, kind, detail, filterText, sortText)
    (self.edit, self.isSnippet, self.keepsIndentation) = (edit, isSnippet, keepsIndentation)
    (self.additionalEdits, self.target) = (additionalEdits, target)
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("label", label)
      $0.member("kind", kind.rawValue)
      if let detail { $0.member("detail", detail) }
      $0.member("filterText", filterText)
      $0.member("sortText", sortText)
      if isSnippet { $0.member("insertTextFormat", 2) }
      if keepsIndentation { $0.member("insertTextMode", 1) }
      $0.member("textEdit", edit.write)
      if !additionalEdits.isEmpty {
        $0.member("additionalTextEdits") { $0.array { for edit in additionalEdits { edit.write(to: &$0) } } }
      }
      if let target { $0.member("data", target.write) }
    }
  }

  /// A text as a snippet that is exactly this text. Source: LSP 3.18, "Snippet Syntax".
  public static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == "$" || scalar == "}" || scalar == "\\" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
