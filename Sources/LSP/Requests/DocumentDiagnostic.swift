import JSON

/// Source: LSP 3.18, `DocumentDiagnosticParams`.
public struct DocumentDiagnosticParams: Equatable, Sendable {
  public var uri: DocumentURI
  /// The id of the answer that the client still has; nil if it has none.
  public var previousResultID: String?

  public init(_ json: JSONValue) throws(InvalidParams) {
    uri = try DocumentURI(of: json)
    previousResultID = json["previousResultId"].string
  }
}
