import JSON

/// Source: LSP 3.18, `WorkspaceDiagnosticParams`.
public struct WorkspaceDiagnosticParams: Equatable, Sendable {
  /// The ids of the reports that the client still has, by document.
  public var previousResultIDs: [DocumentURI: String]

  public init(_ json: JSONValue) {
    previousResultIDs = [:]
    for previous in json["previousResultIds"].array ?? [] {
      guard let uri = previous["uri"].utf8, let id = previous["value"].string else { continue }
      previousResultIDs[DocumentURI(uri)] = id
    }
  }
}
