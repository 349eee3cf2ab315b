import JSON

/// Source: LSP 3.18, `InitializeParams`, as far as this server asks. Nothing in it is compulsory here: a client that
/// leaves a field out, or sends nonsense in one, still gets a server.
public struct InitializeParams: Equatable, Sendable {
  /// The process whose end ends the server; nil where the client names none.
  public var processID: Int?
  public var trace: TraceValue
  public var capabilities: ClientCapabilities
  /// The settings of the server, where the client has some at the start; else `null`.
  public var options: JSONValue
  /// The folders that are open.
  public var folders: [DocumentURI]

  public init(_ json: JSONValue) {
    processID = json["processId"].integer
    trace = json["trace"].string.flatMap(TraceValue.init) ?? .off
    capabilities = ClientCapabilities(json["capabilities"])
    options = json["initializationOptions"]
    let named = json["workspaceFolders"].array?.compactMap { $0["uri"].utf8 } ?? []
    folders = (named.isEmpty ? [json["rootUri"].utf8].compactMap(\.self) : named).map(DocumentURI.init)
  }
}
