import JSON

/// What the client supports. Source: LSP 3.18, `ClientCapabilities`, as far as this server needs it.
public struct ClientCapabilities: Equatable, Sendable {
  /// Best first; empty where the client does not say, which means utf-16.
  public var positionEncodings: [String]
  public var hierarchicalDocumentSymbol: Bool
  /// Best first; empty where the client does not say, which means plain text.
  public var hoverFormats: [String]
  public var folding: Folding
  /// Nil if the client accepts only commands, as clients older than 3.8 do.
  public var codeAction: CodeAction?
  /// Whether the client shows what may be typed next behind the caret.
  public var inlineCompletion: Bool
  public var completion: Completion
  public var rename: Rename
  /// Whether an edit may name the version of the document it was made for.
  public var versionedEdits: Bool
  /// Whether an edit may create a file.
  public var createsFiles: Bool
  /// The fields that a published diagnostic may have.
  public var publishDiagnostics: Diagnostics
  /// Whether the client declares that it accepts published diagnostics. Most clients that declare nothing accept them,
  /// too.
  public var declaresPublishDiagnostics: Bool
  /// The fields that a pulled diagnostic may have; nil if the client does not pull.
  public var diagnostic: Diagnostics?

  /// Whether the client can be asked to watch files.
  public var watchesFiles: Bool
  /// Whether the client can be asked to report changes of its settings.
  public var registersConfiguration: Bool
  /// Whether the client can be asked for its settings.
  public var configuration: Bool
  /// Whether the client can be asked to pull all diagnostics again.
  public var refreshesDiagnostics: Bool

  /// Whether the client can be asked to show the progress of work that it did not ask for.
  public var workDoneProgress: Bool

  /// What the client supports of features that show something about a text or lead through it.
  public var look: Look
  /// What the client does when the server asks it to.
  public var requests: Requests

  /// What the client supports of features that look at more than one document.
  public var workspace: WorkspaceFeatures

  /// Source: LSP 3.18, `DiagnosticsCapabilities`.
  public struct Diagnostics: Equatable, Sendable {
    public var relatedInformation: Bool
    public var codeDescription: Bool
  }

  /// Source: LSP 3.18, `CodeActionClientCapabilities`.
  public struct CodeAction: Equatable, Sendable {
    public var isPreferred: Bool
    /// Whether the client asks for the edit of the one action that was chosen.
    public var resolvesEdit: Bool
    /// Whether the client shows actions that cannot be made here, with the reason.
    public var showsDisabled: Bool
    /// Whether the client shows what the edit of an action does.
    public var annotates: Bool
  }

  /// Source: LSP 3.18, `CompletionClientCapabilities`.
  public struct Completion: Equatable, Sendable {
    public var snippets: Bool
    /// Whether the client can be told to leave the indentation of the lines of an item as it is.
    public var keepsIndentation: Bool
  }

  /// Source: LSP 3.18, `RenameClientCapabilities`.
  public struct Rename: Equatable, Sendable {
    /// Whether the client asks what would be renamed before it asks the user for a name.
    public var prepares: Bool
    /// Whether the client shows what the edits of a rename do.
    public var annotates: Bool
  }

  /// Source: LSP 3.18, `FoldingRangeClientCapabilities`.
  public struct Folding: Equatable, Sendable {
    /// How many ranges the client takes; nil for any number.
    public var rangeLimit: Int?
    public var collapsedText: Bool
  }

  public init(_ json: JSONValue) {
    let document = json["textDocument"]
    let workspace = json["workspace"]
    watchesFiles = workspace["didChangeWatchedFiles"]["dynamicRegistration"].bool ?? false
    registersConfiguration = workspace["didChangeConfiguration"]["dynamicRegistration"].bool ?? false
    configuration = workspace["configuration"].bool ?? false
    refreshesDiagnostics = workspace["diagnostics"]["refreshSupport"].bool ?? false
    workDoneProgress = json["window"]["workDoneProgress"].bool ?? false
    look = Look(json)
    self.workspace = WorkspaceFeatures(json)
    requests = Requests(json)
    positionEncodings = json["general"]["positionEncodings"].strings ?? []
    hierarchicalDocumentSymbol = document["documentSymbol"]["hierarchicalDocumentSymbolSupport"].bool ?? false
    hoverFormats = document["hover"]["contentFormat"].strings ?? []
    folding = Folding(
      rangeLimit: document["foldingRange"]["rangeLimit"].integer.map { max(0, $0) },
      collapsedText: document["foldingRange"]["foldingRange"]["collapsedText"].bool ?? false)
    codeAction = CodeAction(document["codeAction"], self.workspace)
    inlineCompletion = document["inlineCompletion"].members != nil
    completion = Completion(document["completion"])
    rename = Rename(document["rename"], self.workspace)
    versionedEdits = json["workspace"]["workspaceEdit"]["documentChanges"].bool ?? false
    createsFiles =
      versionedEdits && workspace["workspaceEdit"]["resourceOperations"].strings?.contains("create") ?? false
    publishDiagnostics = Diagnostics(document["publishDiagnostics"])
    declaresPublishDiagnostics = document["publishDiagnostics"].members != nil
    let pull = document["diagnostic"]
    // Clients older than 3.18 describe pushed and pulled diagnostics under publishDiagnostics.
    diagnostic =
      pull.members == nil
      ? nil : Diagnostics(pull["relatedInformation"].isNull ? document["publishDiagnostics"] : pull)
  }
}

extension ClientCapabilities.Diagnostics {
  init(_ json: JSONValue) {
    relatedInformation = json["relatedInformation"].bool ?? false
    codeDescription = json["codeDescriptionSupport"].bool ?? false
  }
}

extension ClientCapabilities.Completion {
  init(_ json: JSONValue) {
    let item = json["completionItem"]
    snippets = item["snippetSupport"].bool ?? false
    let asIs = 1
    keepsIndentation = item["insertTextModeSupport"]["valueSet"].array?.contains { $0.integer == asIs } ?? false
  }
}

extension ClientCapabilities.Rename {
  init(_ json: JSONValue, _ workspace: ClientCapabilities.WorkspaceFeatures) {
    prepares = json["prepareSupport"].bool ?? false
    annotates = workspace.annotations && json["honorsChangeAnnotations"].bool ?? false
  }
}

extension ClientCapabilities.CodeAction {
  init?(_ json: JSONValue, _ workspace: ClientCapabilities.WorkspaceFeatures) {
    guard json["codeActionLiteralSupport"].members != nil else { return nil }
    isPreferred = json["isPreferredSupport"].bool ?? false
    showsDisabled = json["disabledSupport"].bool ?? false
    // An action can be resolved only if the client sends back the `data` of the action.
    let resolves = json["resolveSupport"]["properties"].strings?.contains("edit") ?? false
    resolvesEdit = resolves && (json["dataSupport"].bool ?? false)
    annotates = workspace.annotations && json["honorsChangeAnnotations"].bool ?? false
  }
}
