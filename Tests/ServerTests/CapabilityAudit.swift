import JSON

/// Holds what a server sends against what its client declared. Source: LSP 3.18; each line names the capability on which
/// the specification makes a message, a field or a value depend.
struct CapabilityAudit {
  let client: ClientProfile
  /// What was sent although the client did not offer it.
  private(set) var complaints: [String] = []
  /// What was sent because the client offered it.
  private(set) var used: Set<String> = []
  /// How many types and modifiers tokens may have.
  private var legend = (types: 0, modifiers: 0)

  init(_ client: ClientProfile) { self.client = client }

  /// Notes that something was sent that needs a capability.
  private mutating func need(_ capability: String, _ isOffered: Bool, for what: String) {
    if isOffered { used.insert(capability) } else { complaints.append("\(client.name): \(what) needs \(capability)") }
  }

  private mutating func needFlag(_ path: String, for what: String) { need(path, client.allows(path), for: what) }
  private mutating func needFeature(_ path: String, for what: String) { need(path, client.declares(path), for: what) }
}

// MARK: The answer to `initialize`

extension CapabilityAudit {
  /// For each capability of the server, that of the client that it needs, or those of which it needs one, and the requests
  /// that it stands for.
  ///
  /// What editors asked for long before there were capabilities of clients needs none.
  static let providers: [String: (needs: String?, methods: [String])] = [
    "positionEncoding": (nil, []),
    "textDocumentSync": (nil, []),
    "hoverProvider": (nil, ["textDocument/hover"]),
    "documentSymbolProvider": (nil, ["textDocument/documentSymbol"]),
    "foldingRangeProvider": (nil, ["textDocument/foldingRange"]),
    "codeActionProvider": ("textDocument.codeAction", ["textDocument/codeAction"]),
    "codeLensProvider": (nil, ["textDocument/codeLens"]),
    "completionProvider": (nil, ["textDocument/completion"]),
    "definitionProvider": (nil, ["textDocument/definition"]),
    "diagnosticProvider": ("textDocument.diagnostic", ["textDocument/diagnostic"]),
    "documentFormattingProvider": (nil, ["textDocument/formatting"]),
    "documentHighlightProvider": (nil, ["textDocument/documentHighlight"]),
    "documentLinkProvider": (nil, ["textDocument/documentLink"]),
    "documentOnTypeFormattingProvider": (nil, ["textDocument/onTypeFormatting"]),
    "documentRangeFormattingProvider": (nil, ["textDocument/rangeFormatting"]),
    "executeCommandProvider": ("workspace.executeCommand workspace.applyEdit", ["workspace/executeCommand"]),
    "inlayHintProvider": ("textDocument.inlayHint", ["textDocument/inlayHint"]),
    "inlineCompletionProvider": ("textDocument.inlineCompletion", ["textDocument/inlineCompletion"]),
    "linkedEditingRangeProvider": ("textDocument.linkedEditingRange", ["textDocument/linkedEditingRange"]),
    "referencesProvider": (nil, ["textDocument/references"]),
    "renameProvider": (nil, ["textDocument/rename"]),
    "selectionRangeProvider": ("textDocument.selectionRange", ["textDocument/selectionRange"]),
    "semanticTokensProvider": (
      "textDocument.semanticTokens",
      [
        "textDocument/semanticTokens/full", "textDocument/semanticTokens/full/delta",
        "textDocument/semanticTokens/range",
      ]
    ),
    "workspaceSymbolProvider": (nil, ["workspace/symbol"]),
    "workspace": (nil, []),
  ]

  mutating func heed(serverCapabilities: JSONValue) {
    for member in serverCapabilities.members ?? [] {
      guard let provider = Self.providers[member.name] else {
        complaints.append("\(member.name) is not in the table of what clients offer")
        continue
      }
      let paths = provider.needs.map { $0.split(separator: " ").map(String.init) } ?? []
      if !paths.isEmpty { need(paths[0], paths.contains(where: client.declares), for: member.name) }
    }
    let server = serverCapabilities
    let encoding = server["positionEncoding"].string ?? "utf-16"
    need(
      "general.positionEncodings \(encoding)",
      client.lists(encoding, in: "general.positionEncodings") || encoding == "utf-16", for: "positionEncoding")
    if server["codeActionProvider"].members != nil {
      needFeature("textDocument.codeAction.codeActionLiteralSupport", for: "options of codeActionProvider")
    }
    if server["codeActionProvider"]["resolveProvider"].bool ?? false { needsResolvedEdits("resolveProvider") }
    if server["renameProvider"]["prepareProvider"].bool ?? false {
      needFlag("textDocument.rename.prepareSupport", for: "prepareProvider")
    }
    if server["documentRangeFormattingProvider"]["rangesSupport"].bool ?? false {
      needFlag("textDocument.rangeFormatting.rangesSupport", for: "rangesSupport")
    }
    heed(tokens: server["semanticTokensProvider"])
    let workspace = server["workspace"]
    for member in workspace.members ?? [] {
      switch member.name {
      case "workspaceFolders": needFlag("workspace.workspaceFolders", for: "workspaceFolders")
      case "textDocumentContent": needFeature("workspace.textDocumentContent", for: "textDocumentContent")
      case "fileOperations":
        for operation in member.value.members ?? [] {
          needFlag("workspace.fileOperations.\(operation.name)", for: operation.name)
        }
      default: complaints.append("workspace.\(member.name) is not in the table of what clients offer")
      }
    }
  }

  private mutating func needsResolvedEdits(_ what: String) {
    need(
      "textDocument.codeAction.resolveSupport edit",
      client.lists("edit", in: "textDocument.codeAction.resolveSupport.properties"), for: what)
    needFlag("textDocument.codeAction.dataSupport", for: what)
  }

  private mutating func heed(tokens: JSONValue) {
    guard !tokens.isNull else { return }
    let base = "textDocument.semanticTokens"
    legend = (tokens["legend"]["tokenTypes"].array?.count ?? 0, tokens["legend"]["tokenModifiers"].array?.count ?? 0)
    for type in tokens["legend"]["tokenTypes"].strings ?? [] {
      need("\(base).tokenTypes", client.lists(type, in: "\(base).tokenTypes"), for: "token type \(type)")
    }
    for modifier in tokens["legend"]["tokenModifiers"].strings ?? [] {
      need("\(base).tokenModifiers", client.lists(modifier, in: "\(base).tokenModifiers"), for: "modifier \(modifier)")
    }
    let requests = client["\(base).requests"]
    if !tokens["full"].isNull {
      need("\(base).requests.full", requests["full"].bool ?? !requests["full"].isNull, for: "tokens of a document")
    }
    if tokens["full"]["delta"].bool ?? false { needFlag("\(base).requests.full.delta", for: "changes of tokens") }
    if tokens["range"].bool ?? false {
      need("\(base).requests.range", requests["range"].bool ?? !requests["range"].isNull, for: "tokens of a range")
    }
  }
}

// MARK: What the server says by itself

extension CapabilityAudit {
  /// A request or a notification of the server.
  mutating func heed(_ method: String, _ params: JSONValue) {
    switch method {
    case "window/logMessage", "window/showMessage": break
    case "$/logTrace", "$/progress": break
    case "client/registerCapability":
      for registration in params["registrations"].array ?? [] {
        let name = registration["method"].string ?? ""
        needFlag("\(name.replacing("/", with: ".")).dynamicRegistration", for: "registration of \(name)")
      }
    case "textDocument/publishDiagnostics":
      heed(diagnostics: params["diagnostics"], "textDocument.publishDiagnostics")
    case "window/showDocument": needFlag("window.showDocument.support", for: method)
    case "window/showMessageRequest": needFeature("window.showMessage", for: method)
    case "window/workDoneProgress/create": needFlag("window.workDoneProgress", for: method)
    case "workspace/applyEdit":
      needFlag("workspace.applyEdit", for: method)
      heed(edit: params["edit"], annotations: nil)
      if !params["metadata"].isNull { needFlag("workspace.workspaceEdit.metadataSupport", for: "metadata of an edit") }
    case "workspace/configuration": needFlag("workspace.configuration", for: method)
    case "workspace/workspaceFolders": needFlag("workspace.workspaceFolders", for: method)
    case "workspace/diagnostic/refresh": needFlag("workspace.diagnostics.refreshSupport", for: method)
    case "workspace/textDocumentContent/refresh": needFeature("workspace.textDocumentContent", for: method)
    case "workspace/codeLens/refresh", "workspace/foldingRange/refresh", "workspace/inlayHint/refresh",
      "workspace/semanticTokens/refresh":
      needFlag(method.dropLast("/refresh".count).replacing("/", with: ".") + ".refreshSupport", for: method)
    default: complaints.append("\(method) is not in the table of what clients offer")
    }
  }

  private mutating func heed(diagnostics: JSONValue, _ path: String) {
    for diagnostic in diagnostics.array ?? [] {
      if !diagnostic["relatedInformation"].isNull {
        needFlag("\(path).relatedInformation", for: "relatedInformation of a diagnostic")
      }
      if !diagnostic["codeDescription"].isNull {
        needFlag("\(path).codeDescriptionSupport", for: "codeDescription of a diagnostic")
      }
      if !diagnostic["data"].isNull { needFlag("\(path).dataSupport", for: "data of a diagnostic") }
      if !diagnostic["tags"].isNull { needFeature("\(path).tagSupport", for: "tags of a diagnostic") }
      if diagnostic["message"].string == nil {
        needFlag("textDocument.diagnostic.markupMessageSupport", for: "a message that is no text")
      }
    }
  }

  /// - Parameter annotations: the capability that the edits of this feature need for annotations.
  private mutating func heed(edit: JSONValue, annotations: String?) {
    let base = "workspace.workspaceEdit"
    for change in edit["documentChanges"].array ?? [] {
      needFlag("\(base).documentChanges", for: "documentChanges")
      if let kind = change["kind"].string {
        need(
          "\(base).resourceOperations \(kind)", client.lists(kind, in: "\(base).resourceOperations"), for: "operation")
      }
      for edit in change["edits"].array ?? [] {
        if !edit["annotationId"].isNull { needFeature("\(base).changeAnnotationSupport", for: "annotationId") }
        if !edit["snippet"].isNull { needFlag("\(base).snippetEditSupport", for: "an edit with a snippet") }
      }
    }
    if !edit["changeAnnotations"].isNull {
      needFeature("\(base).changeAnnotationSupport", for: "changeAnnotations")
      if let annotations { needFlag(annotations, for: "changeAnnotations") }
    }
  }
}

// MARK: Answers

extension CapabilityAudit {
  /// The result of a request of the client.
  mutating func heed(result: JSONValue, of method: String) {
    let base = method.replacing("/", with: ".")
    switch method {
    case "codeAction/resolve", "textDocument/codeAction":
      for action in result.array ?? [result] where !action.isNull { heed(action: action) }
    case "textDocument/rename": heed(edit: result, annotations: "textDocument.rename.honorsChangeAnnotations")
    case "textDocument/prepareRename": needFlag("textDocument.rename.prepareSupport", for: method)
    case "completionItem/resolve": heed(completion: result)
    case "textDocument/completion":
      for item in result["items"].array ?? result.array ?? [] { heed(completion: item) }
      for name in (result["itemDefaults"].members ?? []).map(\.name) {
        need(
          "\(base).completionList.itemDefaults", client.lists(name, in: "\(base).completionList.itemDefaults"),
          for: "itemDefaults")
      }
    case "textDocument/hover":
      if let kind = result["contents"]["kind"].string { heed(markup: kind, "\(base).contentFormat") }
    case "textDocument/definition":
      for item in result.array ?? [] where !item["targetUri"].isNull { needFlag("\(base).linkSupport", for: "a link") }
    case "textDocument/documentSymbol":
      for symbol in result.array ?? [] { heed(symbol: symbol, base) }
    case "textDocument/foldingRange":
      for range in result.array ?? [] where !range["collapsedText"].isNull {
        needFlag("\(base).foldingRange.collapsedText", for: "collapsedText")
      }
      if let limit = client["\(base).rangeLimit"].integer {
        need("\(base).rangeLimit", (result.array?.count ?? 0) <= limit, for: "the number of ranges")
      }
    case "textDocument/documentLink":
      for link in result.array ?? [] where !link["tooltip"].isNull {
        needFlag("\(base).tooltipSupport", for: "the tooltip of a link")
      }
    case "textDocument/diagnostic":
      // Clients older than 3.18 describe what they pull where they describe what is published.
      let isNew = client.declares("textDocument.diagnostic.relatedInformation")
      heed(diagnostics: result["items"], isNew ? "textDocument.diagnostic" : "textDocument.publishDiagnostics")
    case "textDocument/semanticTokens/full", "textDocument/semanticTokens/range":
      let numbers = result["data"].array?.compactMap(\.integer) ?? []
      for token in stride(from: 0, to: numbers.count - 4, by: 5) {
        need("the type of the legend", numbers[token + 3] < legend.types, for: "a token")
        need("the modifiers of the legend", numbers[token + 4] >> legend.modifiers == 0, for: "a token")
      }
    default: break
    }
  }

  private mutating func heed(action: JSONValue) {
    let base = "textDocument.codeAction"
    if action["command"].string == nil {
      needFeature("\(base).codeActionLiteralSupport", for: "an action with an edit")
    }
    if action["isPreferred"].bool ?? false { needFlag("\(base).isPreferredSupport", for: "isPreferred") }
    if !action["disabled"].isNull { needFlag("\(base).disabledSupport", for: "disabled") }
    if !action["data"].isNull { needsResolvedEdits("data of an action") }
    heed(edit: action["edit"], annotations: "\(base).honorsChangeAnnotations")
  }

  /// Kinds beyond those of the first version of the protocol are sent only to clients that list them.
  private static let firstKinds = 1...18

  private mutating func heed(completion item: JSONValue) {
    let base = "textDocument.completion"
    let (plain, snippet) = (1, 2)
    if (item["insertTextFormat"].integer ?? plain) == snippet {
      needFlag("\(base).completionItem.snippetSupport", for: "a snippet")
    }
    if let mode = item["insertTextMode"].integer {
      let modes = client["\(base).completionItem.insertTextModeSupport.valueSet"].array ?? []
      need("insertTextModeSupport", modes.contains(.integer(mode)), for: "insertTextMode")
    }
    if let kind = item["kind"].integer {
      let kinds = client["\(base).completionItemKind.valueSet"].array
      need("completionItemKind", kinds?.contains(.integer(kind)) ?? Self.firstKinds.contains(kind), for: "kind \(kind)")
    }
    if let kind = item["documentation"]["kind"].string {
      heed(markup: kind, "\(base).completionItem.documentationFormat")
    }
    if !item["labelDetails"].isNull { needFlag("\(base).completionItem.labelDetailsSupport", for: "labelDetails") }
    if !item["textEdit"]["insert"].isNull {
      needFlag("\(base).completionItem.insertReplaceSupport", for: "an edit with two ranges")
    }
    if !item["tags"].isNull { needFeature("\(base).completionItem.tagSupport", for: "tags of an item") }
    if !item["commitCharacters"].isNull {
      needFlag("\(base).completionItem.commitCharactersSupport", for: "commitCharacters")
    }
    if item["preselect"].bool ?? false { needFlag("\(base).completionItem.preselectSupport", for: "preselect") }
  }

  private mutating func heed(markup kind: String, _ path: String) {
    need("\(path) \(kind)", kind == "plaintext" || client.lists(kind, in: path), for: "a text in \(kind)")
  }

  private mutating func heed(symbol: JSONValue, _ base: String) {
    if symbol["location"].isNull { needFlag("\(base).hierarchicalDocumentSymbolSupport", for: "a symbol with a range") }
    if !symbol["tags"].isNull { needFeature("\(base).tagSupport", for: "tags of a symbol") }
    if let kind = symbol["kind"].integer {
      let kinds = client["\(base).symbolKind.valueSet"].array
      need("\(base).symbolKind", kinds?.contains(.integer(kind)) ?? Self.firstKinds.contains(kind), for: "kind \(kind)")
    }
    for child in symbol["children"].array ?? [] { heed(symbol: child, base) }
  }
}
