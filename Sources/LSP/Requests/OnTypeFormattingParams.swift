import JSON

/// Source: LSP 3.18, `DocumentOnTypeFormattingParams`.
public struct OnTypeFormattingParams: Equatable, Sendable {
  public var uri: DocumentURI
  /// Behind what was typed, or where the editor put the caret then.
  public var position: Position
  /// What was typed.
  public var character: String

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    position = try Position(json["position"])
    guard let character = json["ch"].string else { throw InvalidParams("ch must be a string") }
    self.character = character
  }
}
