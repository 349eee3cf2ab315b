import JSON
import LSP
import SourceText
import Support
import Testing

@testable import Server

/// Sessions with the capabilities of real editors, in which all is done that the server advertises. The answers are held
/// against what the editor declared.
@Suite struct ClientProfileTests {
  private static let examples = ["faulty-page.txt", "front-matter.md", "webvtt.vtt"]

  @Test(arguments: ClientProfile.all)
  func nothingElseIsSent(profile: ClientProfile) throws {
    let session = try ProfileSession(profile)
    for name in Self.examples { session.play(try Repository.text("docs/examples/\(name)"), as: name) }
    // Turns are completed where one may begin.
    session.play(Text("Ada: Is it dry? (0:10)\n\nBo: It is. (0:20)\n\n\nAda: Good. (0:30)\n"), as: "gap.txt", step: 1)
    session.changeSettings()
    session.end()
    #expect(session.audit.complaints == [])
    switch profile.name {
    // An audit that saw nothing would complain about nothing.
    case "vscode": #expect(Self.optional.subtracting(session.audit.used) == [])
    // A client that declares nothing is sent nothing that depends on a capability.
    case "minimal": #expect(session.audit.used.subtracting(Self.forEverybody) == [])
    default: break
    }
  }

  /// What is sent to an editor that offers nearly everything.
  private static let optional: Set = [
    "textDocument.codeAction.dataSupport", "textDocument.codeAction.disabledSupport",
    "textDocument.codeAction.honorsChangeAnnotations", "textDocument.codeAction.isPreferredSupport",
    "textDocument.completion.completionItem.snippetSupport", "textDocument.definition.linkSupport",
    "textDocument.diagnostic.relatedInformation", "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport",
    "textDocument.hover.contentFormat markdown", "textDocument.rename.honorsChangeAnnotations",
    "textDocument.rename.prepareSupport", "window.showDocument.support", "window.showMessage", "workspace.applyEdit",
    "workspace.configuration", "workspace.didChangeWatchedFiles.dynamicRegistration",
    "workspace.inlayHint.refreshSupport", "workspace.textDocumentContent",
    "workspace.workspaceEdit.changeAnnotationSupport", "workspace.workspaceEdit.documentChanges",
  ]

  private static let forEverybody: Set = [
    "completionItemKind", "general.positionEncodings utf-16", "textDocument.documentSymbol.symbolKind",
    "textDocument.hover.contentFormat plaintext",
  ]
}

/// One session of an editor that asks for everything everywhere.
private final class ProfileSession {
  private let client = Client()
  private(set) var audit: CapabilityAudit
  private var advertised: JSONValue = .null
  private var lastID = 0
  /// What the editor answers when it is asked for its settings.
  private var settings: JSONValue = .null

  init(_ profile: ClientProfile) throws {
    audit = CapabilityAudit(profile)
    let result = request(
      "initialize",
      .object([
        ("processId", .null), ("rootUri", .string("file:///none")), ("capabilities", profile.capabilities),
      ]))
    advertised = result["capabilities"]
    try #require(advertised.members != nil)
    audit.heed(serverCapabilities: advertised)
    notify("initialized", .object([]))
  }

  private func notify(_ method: String, _ params: JSONValue) {
    client.send(JSONValue.object([("jsonrpc", .string("2.0")), ("method", .string(method)), ("params", params)]).text)
  }

  /// The result of a request. What the server says and asks until then is audited and answered.
  @discardableResult
  private func request(_ method: String, _ params: JSONValue) -> JSONValue {
    lastID += 1
    client.send(
      JSONValue.object([
        ("jsonrpc", .string("2.0")), ("id", .integer(lastID)), ("method", .string(method)), ("params", params),
      ]).text)
    while let message = client.receive() {
      if let asked = message["method"].string {
        audit.heed(asked, message["params"])
        if let id = message.member("id") { answer(asked, message["params"], id) }
      } else if message["id"].integer == lastID {
        audit.heed(result: message["result"], of: method)
        return message["result"]
      }
    }
    Issue.record("\(method) is not answered")
    return .null
  }

  private func answer(_ method: String, _ params: JSONValue, _ id: JSONValue) {
    let result: JSONValue =
      switch method {
      case "workspace/configuration": .array([settings])
      case "workspace/applyEdit": .object([("applied", .bool(true))])
      case "window/showDocument": .object([("success", .bool(true))])
      case "window/showMessageRequest": params["actions"].array?.first ?? .null
      default: .null
      }
    client.send(JSONValue.object([("jsonrpc", .string("2.0")), ("id", id), ("result", result)]).text)
  }

  /// Opens an example and asks everything about it, with the caret at many places.
  ///
  /// - Parameter step: how many lines lie between two places.
  func play(_ text: Text, as name: String, step: Int = 3) {
    let uri = "file:///none/\(name)"
    notify(
      "textDocument/didOpen",
      .object([
        (
          "textDocument",
          .object([
            ("uri", .string(uri)), ("languageId", .string("plaintext")), ("version", .integer(1)),
            ("text", .string(text.string(0..<text.count))),
          ])
        )
      ]))
    let document = ("textDocument", JSONValue.object([("uri", .string(uri))]))
    for member in advertised.members ?? [] {
      for method in CapabilityAudit.providers[member.name]?.methods ?? [] where isAdvertised(method) {
        for line in stride(from: 0, to: min(60, text.lineCount), by: step) {
          let ends = text.content(ofLine: line)
          for column in Set([0, ends.count / 2, max(0, ends.count - 3)]).sorted() {
            ask(method, document, line: line, column: column)
          }
        }
      }
    }
    notify(
      "textDocument/didChange",
      .object([
        ("textDocument", .object([("uri", .string(uri)), ("version", .integer(2))])),
        ("contentChanges", .array([.object([("range", range(0, 0)), ("text", .string("x"))])])),
      ]))
    request("textDocument/hover", .object([document, ("position", position(0, 0))]))
    notify("textDocument/didClose", .object([document]))
  }

  private func isAdvertised(_ method: String) -> Bool {
    switch method {
    case "textDocument/semanticTokens/full/delta": advertised["semanticTokensProvider"]["full"]["delta"].bool ?? false
    case "textDocument/semanticTokens/range": advertised["semanticTokensProvider"]["range"].bool ?? false
    case "textDocument/semanticTokens/full": !advertised["semanticTokensProvider"]["full"].isNull
    default: true
    }
  }

  /// Commands are what an editor asks about no document.
  private func commands(_ uri: JSONValue, _ place: JSONValue) {
    for command in advertised["executeCommandProvider"]["commands"].array ?? [] {
      let argument = JSONValue.object([("uri", uri), ("position", place)])
      request("workspace/executeCommand", .object([("command", command), ("arguments", .array([argument]))]))
    }
  }

  private func ask(_ method: String, _ document: (String, JSONValue), line: Int, column: Int) {
    let (place, here) = (("position", position(line, column)), range(line, column))
    switch method {
    case "workspace/executeCommand": commands(document.1["uri"], place.1)
    case "textDocument/codeAction":
      for trigger in [1, 2] {
        let context = JSONValue.object([("diagnostics", .array([])), ("triggerKind", .integer(trigger))])
        let params = JSONValue.object([document, ("range", here), ("context", context)])
        for action in request(method, params).array ?? [] where !action["data"].isNull {
          request("codeAction/resolve", action)
        }
      }
      let only = JSONValue.array(["refactor", "quickfix", "source"].map(JSONValue.string))
      let context = JSONValue.object([("diagnostics", .array([])), ("only", only)])
      request(method, .object([document, ("range", here), ("context", context)]))
    case "textDocument/completion":
      let items = request(method, .object([document, place]))
      for item in (items["items"].array ?? items.array ?? []).prefix(3) { request("completionItem/resolve", item) }
    case "textDocument/rename":
      if advertised["renameProvider"]["prepareProvider"].bool ?? false {
        request("textDocument/prepareRename", .object([document, place]))
      }
      for name in ["Oda", "+0:42"] { request(method, .object([document, place, ("newName", .string(name))])) }
    case "textDocument/selectionRange": request(method, .object([document, ("positions", .array([place.1]))]))
    case "textDocument/semanticTokens/full/delta":
      request(method, .object([document, ("previousResultId", .string("1"))]))
    case "textDocument/onTypeFormatting":
      request(method, .object([document, place, ("ch", .string("\n")), ("options", .object([]))]))
    default:
      request(
        method,
        .object([
          document, place, ("range", here), ("options", .object([])), ("query", .string("a")),
          ("context", .object([("includeDeclaration", .bool(true)), ("triggerKind", .integer(1))])),
        ]))
    }
  }

  func changeSettings() {
    settings = .object([("inlayHints", .bool(false))])
    notify("workspace/didChangeConfiguration", .object([("settings", .object([("tapescript", settings)]))]))
    // With the first answer the server's question comes, and the second request is handled behind the editor's answer.
    for _ in 1...2 {
      request(
        "textDocument/hover",
        .object([("textDocument", .object([("uri", .string("file:///none/a.txt"))])), ("position", position(0, 0))]))
    }
  }

  func end() {
    request("shutdown", .null)
    notify("exit", .null)
  }

  private func position(_ line: Int, _ column: Int) -> JSONValue {
    .object([("line", .integer(line)), ("character", .integer(column))])
  }

  private func range(_ line: Int, _ column: Int) -> JSONValue {
    .object([("start", position(line, column)), ("end", position(line, column))])
  }
}
