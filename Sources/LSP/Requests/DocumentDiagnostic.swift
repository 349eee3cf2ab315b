import JSON

/// Source: LSP 3.18, `DocumentDiagnosticParams`.
public struct DocumentDiagnosticParams: Equatable, Sendable {
  public var uri: DocumentURI
  /// What the client holds; nil for nothing.
  public var previousResultID: String?

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    previousResultID = json["previousResultId"].string
  }
}
