import JSON

/// Source: LSP 3.18, `InitializeParams`, as far as this server needs it. No field is required: a client that leaves one
/// out, or sends an invalid value in it, still gets a server.
public struct InitializeParams: Equatable, Sendable {
  /// The server ends when this process ends; nil where the client names none.
  public var processID: Int?
  public var trace: TraceValue
  public var capabilities: ClientCapabilities
  /// The settings for the server, where the client sends some at the start; otherwise `null`.
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
