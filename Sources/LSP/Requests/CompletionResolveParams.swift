import JSON

/// The parameters of `completionItem/resolve`: an item as it was offered. Source: LSP 3.18, `CompletionItem`.
public struct CompletionResolveParams: Equatable, Sendable {
  /// Nil for an item about which there is nothing more to say.
  public var target: CompletionItem.Target?
  /// The whole item, which is sent back with its documentation.
  public var json: JSONValue

  public init(_ json: JSONValue) throws(InvalidParams) {
    guard json["label"].string != nil else { throw InvalidParams("label must be a string") }
    target = CompletionItem.Target(json["data"])
    self.json = json
  }

  /// Writes the item with a documentation in plain text.
  public func write(to writer: inout JSONWriter, documentation: String) {
    json.write(to: &writer, with: "documentation") { $0.value(documentation) }
  }
}
