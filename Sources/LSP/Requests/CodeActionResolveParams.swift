import JSON

/// The parameters of `codeAction/resolve`: an action as it was offered. Source: LSP 3.18, `CodeAction`.
public struct CodeActionResolveParams: Equatable, Sendable {
  public var title: String
  /// Nil for an action that already has its edit.
  public var target: CodeAction.Target?
  /// The whole action, which is sent back with its edit.
  public var json: JSONValue

  public init(_ json: JSONValue) throws(InvalidParams) {
    guard let title = json["title"].string else { throw InvalidParams("title must be a string") }
    self.title = title
    target = json["edit"].isNull ? try CodeAction.Target(json["data"]) : nil
    self.json = json
  }

  /// Writes the action with its edit.
  public func write(to writer: inout JSONWriter, with edit: WorkspaceEdit) {
    json.write(to: &writer, with: "edit", edit.write)
  }
}
